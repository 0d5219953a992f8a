/**
 * Time that makes no steps: the stores' ticker, and the clock that tells steps of the wall clock
 * from time that passes.
 *
 * <p>Names no other room. Loaded by the agent's class loader.
 */
package io.jssekeeper.clock;
