/**
 * Finds out by a few handshakes whether a server resumes sessions.
 *
 * <p>{@link ProbeRun} is a program that runs in its own JVM, since JSSE reads some settings only
 * once, and since the keeper there counts TLS 1.3 tickets. It prints findings as lines; the command
 * line reads and interprets them.
 */
package io.jssekeeper.cli.probe;
