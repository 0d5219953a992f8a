/**
 * Redis or Valkey as a store of secrets. Loaded only if the option asks for it; nothing else names
 * the client library.
 */
package io.jssekeeper.ticketkeys.redis;
