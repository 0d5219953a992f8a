/**
 * Clocks without steps: the stores' ticker, and the clock that distinguishes steps of the wall
 * clock from time that passes.
 *
 * <p>Names no other room. Loaded by the agent's class loader.
 */
package io.jssekeeper.clock;
