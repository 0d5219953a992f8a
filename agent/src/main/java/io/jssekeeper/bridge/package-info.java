/**
 * The adapters between the agent and the bootstrap classes: what hooks call, and what replaces
 * JSSE's caches in a session context.
 *
 * <p>With {@code selfcheck} the only room that names the bootstrap classes, which may be loaded
 * only after {@link io.jssekeeper.bridge.BootstrapClasses} has defined them. Loaded by the agent's
 * class loader.
 */
package io.jssekeeper.bridge;
