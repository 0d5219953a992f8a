/**
 * Keys of stateless tickets that contexts and nodes share: where their secrets come from, which of
 * them seals and which open, and what is derived from them.
 *
 * <p>Knows neither JSSE nor another room. Loaded by the agent's class loader.
 */
package io.jssekeeper.ticketkeys;
