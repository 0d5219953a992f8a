/**
 * Resumable sessions survive: memory pressure, clock steps, changed settings, unclean ends and many
 * simultaneous connections.
 *
 * <p>Helpers stand beside the only test that uses them: {@code End*}, {@code UncleanEnd*}, {@code
 * Http*}. Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.kept;
