/**
 * The adapters between the agent and the bootstrap room: what hooks call, and what a session
 * context has in place of JSSE's caches.
 *
 * <p>With {@code selfcheck} the only room that names the bootstrap room's types, which may be
 * loaded only after {@link io.jssekeeper.bridge.BootstrapClasses} has defined them. Loaded by the
 * agent's class loader.
 */
package io.jssekeeper.bridge;
