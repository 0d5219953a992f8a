/**
 * What sessions and handshakes cost: run by the scripts handshake-cost, store-cost, store-waits.
 */
package io.jssekeeper.bench;
