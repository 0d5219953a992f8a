/**
 * The record of each handshake: its fields, its reason, and the totals.
 *
 * <p>Loaded by the agent's class loader.
 */
package io.jssekeeper.record;
