/**
 * The rules over all session contexts: how much they hold strongly, when the expired are freed,
 * what sessions are protected from, and which failures end one.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.contexts;
