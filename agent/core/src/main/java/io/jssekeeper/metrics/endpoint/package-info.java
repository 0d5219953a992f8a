/**
 * The keeper's own Prometheus endpoint, with Micrometer's registry for it, relocated in the jar.
 *
 * <p>Loaded only if the endpoint is enabled. Names {@code metrics}, and is named by it.
 */
package io.jssekeeper.metrics.endpoint;
