/**
 * The Prometheus endpoint of our own, with Micrometer's registry for it, relocated in the jar.
 *
 * <p>Loaded only where the endpoint is asked for. Names {@code metrics}, and is named by it.
 */
package io.jssekeeper.metrics.endpoint;
