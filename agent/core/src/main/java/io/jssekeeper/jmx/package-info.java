/**
 * Output: the MBeans.
 *
 * <p>A JVM without the module {@code java.management} loads only what {@code RoomsTest} lists as
 * free of it. Loaded by the agent's class loader.
 */
package io.jssekeeper.jmx;
