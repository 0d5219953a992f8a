/**
 * The rules over all session contexts: how much is held strongly, and when the expired are freed.
 *
 * <p>Names {@code store}. Named by {@code install}. Loaded by the agent's class loader.
 */
package io.jssekeeper.keep;
