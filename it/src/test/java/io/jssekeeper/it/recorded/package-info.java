/**
 * Each handshake is recorded once, correctly, with the reason why it was not resumed.
 *
 * <p>Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.recorded;
