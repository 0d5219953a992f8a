/**
 * Which methods of the JDK are changed, how, and with what result.
 *
 * <p>With the bootstrap classes the only place that names {@code sun.security}. Names nothing else
 * of ours but the bootstrap classes' hooks, as text, and {@code transform}. Loaded by the agent's
 * class loader.
 */
package io.jssekeeper.weave;
