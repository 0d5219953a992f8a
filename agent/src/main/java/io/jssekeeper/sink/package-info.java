/**
 * Where records go, one file or two each: the log, JMX.
 *
 * <p>Names {@code record}. Named by {@code install}. Loaded by the agent's class loader.
 */
package io.jssekeeper.sink;
