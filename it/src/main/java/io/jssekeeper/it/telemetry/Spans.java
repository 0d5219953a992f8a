package io.jssekeeper.it.telemetry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import java.util.function.Supplier;

/** Calls in spans, as applications make them. */
final class Spans {
  private Spans() {}

  static String around(Tracer tracer, Supplier<String> call) {
    Span span = tracer.spanBuilder("call").startSpan();
    try (Scope scope = span.makeCurrent()) {
      return scope == null ? "" : call.get();
    } finally {
      span.end();
    }
  }
}
