/**
 * Objects tracked weakly: which session was resumed from which, and which connection uses which.
 *
 * <p>Names no other room. Loaded by the agent's class loader.
 */
package io.jssekeeper.tracking;
