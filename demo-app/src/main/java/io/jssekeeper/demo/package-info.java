/**
 * The demo: runs a server and a client as JVMs, without and with the agent, and compares.
 *
 * <p>It observes from outside: what the peers count, what {@code jcmd} sees in their heaps, and
 * what the agent prints. A program; no other package names this one. Loaded by the class path's
 * loader, in a separate JVM without the agent.
 */
package io.jssekeeper.demo;
