/**
 * Keys of stateless tickets, shared by contexts and nodes: where their secrets come from, which of
 * them seal and which open, and how keys are derived.
 *
 * <p>Knows neither JSSE nor another room. Loaded by the agent's class loader.
 */
package io.jssekeeper.ticketkeys;
