/**
 * The host is not harmed: by a broken agent, an unsupported JVM, a log that hangs, or a secret
 * shown.
 *
 * <p>Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.safe;
