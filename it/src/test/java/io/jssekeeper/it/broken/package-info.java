/**
 * Breaks the agent, or the JDK beneath it, in ways that tests need and nature does not supply.
 *
 * <p>Named by the integration tests; the only place that refers to classes of the agent and of the
 * JDK by name. Loaded by the test run only.
 */
package io.jssekeeper.it.broken;
