/**
 * How the keeper creates its threads.
 *
 * <p>Names no other room. Loaded by the agent's class loader.
 */
package io.jssekeeper.threads;
