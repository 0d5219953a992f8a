package io.jssekeeper.config;

/** How a handshake record is written to the log. */
public enum LogFormat {
  TEXT,
  JSON,
  /** JSON with OpenTelemetry's names. */
  OTEL,
  /** JSON with the names of the Elastic Common Schema. */
  ECS
}
