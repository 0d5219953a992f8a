/**
 * The rules over all session contexts: how much they hold strongly, when expired sessions are
 * freed, which losses are prevented, and which failures end a session.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.contexts;
