/**
 * The agent's test handshakes, in memory and through JSSE's public API only, which show whether the
 * weaves work.
 *
 * <p>Not loaded before the application uses TLS. Loaded by the agent's class loader.
 */
package io.jssekeeper.selfcheck;
