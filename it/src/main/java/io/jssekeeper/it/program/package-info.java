/**
 * The programs that the integration tests run in JVMs of their own: a TLS server and a TLS client
 * that know nothing of the agent.
 *
 * <p>Java 11, JDK classes only. Named by their class names in the tests' command lines and by no
 * other code; loaded by the application class loader of the forked JVM.
 */
package io.jssekeeper.it.program;
