package io.jssekeeper.it.telemetry;

import io.jssekeeper.it.program.Traced;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.testing.exporter.InMemoryMetricReader;
import java.util.function.Supplier;

/** The SDK, with traces and metrics in memory. From version 1.15 on. */
public final class SdkTelemetry implements Traced {
  private final TracesOnly traces = new TracesOnly();
  private final InMemoryMetricReader reader = InMemoryMetricReader.create();
  private final OpenTelemetrySdk sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(traces.provider())
          .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(reader).build())
          .build();

  @Override
  public String inSpan(Supplier<String> call) {
    return traces.inSpan(call);
  }

  @Override
  public String events() {
    return traces.events();
  }

  @Override
  public void register() {
    GlobalOpenTelemetry.set(sdk);
  }

  @Override
  public String points() {
    StringBuilder text = new StringBuilder();
    for (MetricData metric : reader.collectAllMetrics()) {
      if (metric.getName().startsWith("jsse.")) {
        append(metric, text);
      }
    }
    return text.toString();
  }

  private static void append(MetricData metric, StringBuilder text) {
    for (HistogramPointData point : metric.getHistogramData().getPoints()) {
      String name = metric.getName() + TracesOnly.braced(point.getAttributes());
      text.append(name).append(":COUNT:").append((double) point.getCount()).append(';');
      text.append(name).append(":SUM:").append(point.getSum()).append(';');
      text.append(name).append(":BUCKETS:").append((double) point.getCounts().size()).append(';');
    }
  }
}
