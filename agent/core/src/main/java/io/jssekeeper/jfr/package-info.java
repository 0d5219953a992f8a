/**
 * Output: JFR events of handshakes, and of sessions that leave a cache.
 *
 * <p>Not loaded on a JVM without the module {@code jdk.jfr}. Loaded by the agent's class loader.
 */
package io.jssekeeper.jfr;
