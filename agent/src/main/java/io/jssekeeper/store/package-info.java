/**
 * One session context's sessions: time, room, membership, and why a session left.
 *
 * <p>Names nothing else of ours and nothing of the JDK's insides, so it is tested without any TLS.
 * Named by {@code keep}, {@code record} (its words) and {@code install}. Loaded by the agent's
 * class loader.
 */
package io.jssekeeper.store;
