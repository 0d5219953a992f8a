/**
 * Sessions begun by another context, a restarted JVM or another node are resumed through shared
 * ticket keys; and where they cannot be, no connection fails.
 *
 * <p>Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.reach;
