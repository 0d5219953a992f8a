/**
 * The integration tests: JVMs of their own, real TLS over loopback, without and with the agent.
 *
 * <p>They know the agent by its jar, options, records and MBeans only. Run by failsafe; one class
 * for each promise.
 */
package io.jssekeeper.it;
