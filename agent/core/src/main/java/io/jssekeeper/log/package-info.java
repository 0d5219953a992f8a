/**
 * Output: the log of handshakes, as lines to a stream or through the application's SLF4J.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.log;
