/**
 * The programs that the integration tests run in separate JVMs: a TLS server and a TLS client that
 * know nothing of the agent.
 *
 * <p>Java 11, JDK classes only. The tests' command lines use their class names, and no other code
 * does; loaded by the application class loader of the forked JVM.
 */
package io.jssekeeper.it.program;
