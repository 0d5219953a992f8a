/**
 * The host is not harmed: not by a broken agent, an unsupported JVM, a log that hangs, or a leaked
 * secret.
 *
 * <p>Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.safe;
