/**
 * The terms of the domain, one type each: side, result, reason, removal cause, protection.
 *
 * <p>Names no other room. Loaded by the agent's class loader.
 */
package io.jssekeeper.model;
