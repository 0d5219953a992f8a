/**
 * Sessions, tickets and ticket keys that have expired leave memory, with no further handshake.
 *
 * <p>Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.freed;
