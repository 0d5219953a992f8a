/**
 * What sessions and handshakes cost: run by the scripts handshake-cost, handshake-instructions,
 * store-cost, store-waits.
 */
package io.jssekeeper.bench;
