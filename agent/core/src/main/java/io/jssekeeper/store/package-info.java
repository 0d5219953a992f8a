/**
 * One session context's sessions: time, room, membership, and why a session left.
 *
 * <p>Knows nothing of the JDK's insides, so it is tested without any TLS. Loaded by the agent's
 * class loader.
 */
package io.jssekeeper.store;
