/**
 * Operators attach, detach, set options, list, monitor and measure while the JVM runs.
 *
 * <p>Names the harness; named by no other package. Loaded by the test run only.
 */
package io.jssekeeper.it.operated;
