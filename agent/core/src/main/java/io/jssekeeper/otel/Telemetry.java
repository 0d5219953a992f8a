package io.jssekeeper.otel;

import io.jssekeeper.record.HandshakeRecord;

/**
 * One OpenTelemetry API of the application. Passes on what that throws. Thread-safe.
 *
 * <p>Each part is prepared first, by a thread of the keeper's, once the application uses it.
 */
public interface Telemetry {
  /** Gets ready for {@link #event}, so that the first one loads no class of the keeper's. */
  void prepareEvents();

  /** Adds an event to this thread's current span, if that records. */
  void event(HandshakeRecord record);

  /** Gets ready for {@link #measure}: makes the histogram. */
  void prepareMetrics();

  /** Adds a handshake to the histogram. */
  void measure(HandshakeRecord record);
}
