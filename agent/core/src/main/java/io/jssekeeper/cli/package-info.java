/**
 * The command line, {@code java -jar jsse-keeper.jar VERB}: one class per verb. It runs in its own
 * JVM; the agent in a host loads none of it.
 *
 * <p>Named by no room: it is the jar's main class. It reaches the keeper in another JVM by files
 * ({@code channel}).
 */
package io.jssekeeper.cli;
