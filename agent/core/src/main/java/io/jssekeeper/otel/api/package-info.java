/**
 * The only code that uses OpenTelemetry's API: events from version 1.0 on, metrics from 1.10 on.
 *
 * <p>Names {@code otel}. It is in the jar as resources, which a child class loader binds to the
 * application's API.
 */
package io.jssekeeper.otel.api;
