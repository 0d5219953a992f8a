package io.jssekeeper.otel.api;

import io.jssekeeper.otel.Telemetry;
import io.jssekeeper.record.HandshakeRecord;
import io.opentelemetry.api.trace.Span;

/** The application's OpenTelemetry. Created by name. */
public final class ApplicationTelemetry implements Telemetry {
  /** Not made before it is needed: APIs before 1.10 have no metrics. */
  private volatile HandshakeHistogram histogram;

  @Override
  public void prepareEvents() {
    HandshakeEvent.prepare();
  }

  @Override
  public void event(HandshakeRecord record) {
    Span span = Span.current();
    if (span.isRecording()) {
      HandshakeEvent.add(record, span);
    }
  }

  @Override
  public void prepareMetrics() {
    histogram = new HandshakeHistogram();
  }

  @Override
  public void measure(HandshakeRecord record) {
    histogram.add(record);
  }
}
