/**
 * What goes to the OpenTelemetry API of the application: a histogram of handshakes, and events on
 * current spans.
 *
 * <p>An output. Loaded by the agent's class loader, except for {@code otel.api}, which is loaded
 * for each API.
 */
package io.jssekeeper.otel;
