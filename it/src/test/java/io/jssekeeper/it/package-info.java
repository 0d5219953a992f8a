/**
 * The integration tests: JVMs of their own, real TLS over loopback, without and with the agent.
 *
 * <p>One package for each group of promises, one class for each promise; {@code docs/promises.md}
 * lists them. They know the agent by its jar, options, records and MBeans only. Run by failsafe.
 */
package io.jssekeeper.it;
