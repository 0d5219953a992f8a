package io.jssekeeper.it.telemetry;

import io.jssekeeper.it.program.Traced;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.ContextPropagators;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** An OpenTelemetry with a defect: all that it is asked for throws. */
public final class ThrowingTelemetry implements Traced, OpenTelemetry {
  private final AtomicInteger thrown = new AtomicInteger();

  private RuntimeException defect() {
    thrown.incrementAndGet();
    return new IllegalStateException("a defect of the application's");
  }

  @Override
  public String inSpan(Supplier<String> call) {
    try (Scope scope = new ThrowingSpan(this::defect).makeCurrent()) {
      return scope == null ? "" : call.get();
    }
  }

  @Override
  public String events() {
    return "thrown=" + thrown;
  }

  @Override
  public String points() {
    return "";
  }

  @Override
  public void register() {
    GlobalOpenTelemetry.set(this);
  }

  @Override
  public TracerProvider getTracerProvider() {
    throw defect();
  }

  @Override
  public MeterProvider getMeterProvider() {
    throw defect();
  }

  @Override
  public ContextPropagators getPropagators() {
    throw defect();
  }
}
