/**
 * The record of each handshake: its fields, its reason, the totals, and the port through which it
 * goes to the sinks.
 *
 * <p>Names {@code store}'s words only. Named by {@code sink} and {@code install}. Loaded by the
 * agent's class loader.
 */
package io.jssekeeper.record;
