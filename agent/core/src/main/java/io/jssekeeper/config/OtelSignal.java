package io.jssekeeper.config;

/** What the keeper tells the application's OpenTelemetry. */
public enum OtelSignal {
  /** A histogram of handshakes. */
  METRICS,
  /** Handshakes of clients, on the current span. */
  EVENTS
}
