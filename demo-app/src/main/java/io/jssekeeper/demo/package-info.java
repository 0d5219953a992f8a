/**
 * The demo: runs a server and a client as JVMs, without and with the agent, and compares.
 *
 * <p>It watches from outside only: what the peers count, what {@code jcmd} sees in their heaps, and
 * what the agent prints. No other package names this one; it is a program. Loaded by the class
 * path's loader, in a JVM of its own without the agent.
 */
package io.jssekeeper.demo;
