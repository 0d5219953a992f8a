/**
 * Sessions that another context, a restarted JVM or another node has begun are resumed, by ticket
 * keys that are shared; and where they cannot be, no connection fails.
 *
 * <p>Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.reach;
