/**
 * The agent's test handshakes, in memory and by the public API of JSSE alone, which show whether
 * the weaves do their work.
 *
 * <p>Not loaded before there is TLS in the application. Loaded by the agent's class loader.
 */
package io.jssekeeper.selfcheck;
