/**
 * Applications and peers find in JSSE what they rely on, as without the agent: what JSSE ends,
 * ends, and no more connections fail.
 *
 * <p>The counter-tests of the other packages. Names the harness; named by no other package. Loaded
 * by the test run only.
 */
package io.jssekeeper.it.compatible;
