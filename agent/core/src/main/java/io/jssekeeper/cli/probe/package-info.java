/**
 * What a server does about resumption, found out by a handful of handshakes.
 *
 * <p>{@link ProbeRun} is a program of its own in a JVM of its own, since JSSE reads some settings
 * once, and since the keeper in that JVM counts the tickets of TLS 1.3. It prints findings as
 * lines; the command line reads them and says what they mean.
 */
package io.jssekeeper.cli.probe;
