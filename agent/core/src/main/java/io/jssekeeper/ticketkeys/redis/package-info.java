/**
 * Redis or Valkey as a store of secrets. Loaded only if the option asks for it; the only place that
 * names the client library.
 */
package io.jssekeeper.ticketkeys.redis;
