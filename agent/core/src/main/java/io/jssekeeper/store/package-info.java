/**
 * One session context's sessions: timeout, capacity, membership, and why a session left.
 *
 * <p>Knows nothing of the JDK's internals, so it is tested without TLS. Loaded by the agent's class
 * loader.
 */
package io.jssekeeper.store;
