/**
 * The keeper's meters: what they read, and the registries that they are in.
 *
 * <p>Loaded by the agent's class loader, except for {@code metrics.meters}, which is loaded for
 * each Micrometer.
 */
package io.jssekeeper.metrics;
