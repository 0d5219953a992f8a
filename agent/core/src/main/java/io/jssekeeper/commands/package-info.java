/**
 * Output: answers to the command line's questions, without a port.
 *
 * <p>Names the beans of the room {@code jmx}, and nothing of JMX itself, so that a JVM without the
 * module {@code java.management} answers too. Loaded by the agent's class loader.
 */
package io.jssekeeper.commands;
