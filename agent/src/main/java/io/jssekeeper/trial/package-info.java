/**
 * TLS connections of this JVM with itself, in memory, by the public API of JSSE alone.
 *
 * <p>Names nothing else of ours. Named by {@code install}. Loaded by the agent's class loader, and
 * not before there is TLS in the application.
 */
package io.jssekeeper.trial;
