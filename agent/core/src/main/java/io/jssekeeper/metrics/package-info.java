/**
 * The keeper's meters: what they read, and the registries that they are in.
 *
 * <p>Names {@code record} and {@code config}. Named by {@code install}. Loaded by the agent's class
 * loader, but for {@code metrics.meters}, which each Micrometer has for itself.
 */
package io.jssekeeper.metrics;
