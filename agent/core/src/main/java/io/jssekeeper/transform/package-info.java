/**
 * The keeper's class file transformers, and their end before that of the JVM.
 *
 * <p>Names {@code threads} alone. Loaded by the agent's class loader.
 */
package io.jssekeeper.transform;
