package io.jssekeeper.otel.api;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.HandshakeTags;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import java.util.Arrays;

/** Handshakes in the application's metrics, with the names of the Micrometer meter. Thread-safe. */
final class HandshakeHistogram {
  private static final double NANOS_PER_SECOND = 1_000_000_000;

  private final DoubleHistogram seconds;

  /**
   * The application has set the global OpenTelemetry: asked too early, it would set an empty one.
   */
  HandshakeHistogram() {
    DoubleHistogramBuilder builder =
        GlobalOpenTelemetry.getMeter("io.jssekeeper")
            .histogramBuilder("jsse.handshakes")
            .setDescription("TLS handshakes, from the first to the last step of each")
            .setUnit("s");
    advise(builder);
    seconds = builder.build();
  }

  /** The boundaries of OpenTelemetry's conventions for durations in seconds; from API 1.32 on. */
  private static void advise(DoubleHistogramBuilder builder) {
    try {
      builder.setExplicitBucketBoundariesAdvice(
          Arrays.asList(
              0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0));
    } catch (NoSuchMethodError e) {
      // Then the SDK's own boundaries, or those of the application's views, are used.
    }
  }

  void add(HandshakeRecord record) {
    String[] tags = HandshakeTags.of(record);
    AttributesBuilder attributes = Attributes.builder();
    for (int i = 0; i < tags.length; i += 2) {
      attributes.put(tags[i], tags[i + 1]);
    }
    seconds.record(Math.max(0, record.tookNanos()) / NANOS_PER_SECOND, attributes.build());
  }
}
