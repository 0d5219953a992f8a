/**
 * Breaks the agent, or the JDK under it, as no test could wish for.
 *
 * <p>Named by the integration tests; the only place that knows a class of the agent and of the JDK
 * by name. Loaded by the test run only.
 */
package io.jssekeeper.it.broken;
