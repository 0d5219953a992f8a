package io.jssekeeper.it.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Says that it records, and throws whatever it is told. */
final class ThrowingSpan implements Span {
  private final Supplier<RuntimeException> defect;

  ThrowingSpan(Supplier<RuntimeException> defect) {
    this.defect = defect;
  }

  @Override
  public <T> Span setAttribute(AttributeKey<T> key, T value) {
    throw defect.get();
  }

  @Override
  public Span addEvent(String name, Attributes attributes) {
    throw defect.get();
  }

  @Override
  public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
    throw defect.get();
  }

  @Override
  public Span setStatus(StatusCode statusCode, String description) {
    throw defect.get();
  }

  @Override
  public Span recordException(Throwable exception, Attributes attributes) {
    throw defect.get();
  }

  @Override
  public Span updateName(String name) {
    throw defect.get();
  }

  @Override
  public void end() {}

  @Override
  public void end(long timestamp, TimeUnit unit) {}

  @Override
  public SpanContext getSpanContext() {
    return SpanContext.getInvalid();
  }

  @Override
  public boolean isRecording() {
    return true;
  }
}
