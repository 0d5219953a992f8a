/**
 * The command line, {@code java -jar jsse-keeper.jar VERB}: one class a verb. Its JVM is not the
 * host's, and the agent in a host loads none of it.
 *
 * <p>Names {@code config}. Named by no room: it is the jar's main class. It knows the keeper in
 * another JVM by JMX alone.
 */
package io.jssekeeper.cli;
