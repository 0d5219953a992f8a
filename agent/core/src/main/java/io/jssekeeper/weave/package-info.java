/**
 * Which methods of the JDK are changed, how, and what came of it.
 *
 * <p>Together with the bootstrap room the only place that knows names of {@code sun.security}.
 * Names nothing else of ours but the bootstrap room's hooks, as text. Named by {@code install}.
 * Loaded by the agent's class loader.
 */
package io.jssekeeper.weave;
