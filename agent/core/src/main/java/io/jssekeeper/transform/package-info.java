/**
 * The keeper's class file transformers, and their end before that of the JVM.
 *
 * <p>Names no other room. Loaded by the agent's class loader.
 */
package io.jssekeeper.transform;
