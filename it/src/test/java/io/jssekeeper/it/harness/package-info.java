/**
 * Forks JVMs, controls them, and reads what they produce: records, histograms, MBeans.
 *
 * <p>Named by the integration tests; names none of the agent's classes. Loaded by the test run
 * only.
 */
package io.jssekeeper.it.harness;
