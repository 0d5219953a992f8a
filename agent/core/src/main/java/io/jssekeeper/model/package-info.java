/**
 * The words of the domain, one type each: side, result, reason, why a session left, what it is
 * protected from.
 *
 * <p>Names no other room. Loaded by the agent's class loader.
 */
package io.jssekeeper.model;
