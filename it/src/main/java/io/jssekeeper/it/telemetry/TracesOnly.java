package io.jssekeeper.it.telemetry;

import io.jssekeeper.it.program.Traced;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.function.Supplier;

/** The SDK, with traces in memory and nothing else. From version 1.0 on. */
public final class TracesOnly implements Traced {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final SdkTracerProvider provider =
      SdkTracerProvider.builder().addSpanProcessor(SimpleSpanProcessor.create(spans)).build();

  SdkTracerProvider provider() {
    return provider;
  }

  @Override
  public String inSpan(Supplier<String> call) {
    return Spans.around(provider.get("it"), call);
  }

  @Override
  public String events() {
    StringBuilder text = new StringBuilder();
    for (SpanData span : spans.getFinishedSpanItems()) {
      for (EventData event : span.getEvents()) {
        text.append(event.getName()).append(braced(event.getAttributes())).append(';');
      }
    }
    return text.toString();
  }

  static String braced(Attributes attributes) {
    StringBuilder text = new StringBuilder("{");
    attributes.forEach((key, value) -> text.append(key).append('=').append(value).append(','));
    return text.append('}').toString();
  }

  @Override
  public String points() {
    return "";
  }

  @Override
  public void register() {
    GlobalOpenTelemetry.set(OpenTelemetrySdk.builder().setTracerProvider(provider).build());
  }
}
