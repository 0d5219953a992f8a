package io.jssekeeper.otel.api;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.OtelAttributes;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;

/** The attributes of one event, as they are put together. For one thread. */
final class HandshakeEvent implements OtelAttributes.Target {
  private static final String NAME = "tls.handshake";

  private final AttributesBuilder attributes = Attributes.builder();

  private HandshakeEvent() {}

  /** Has this class loaded, and what it needs of the keeper's. */
  static void prepare() {
    new HandshakeEvent().put(NAME, null);
  }

  static void add(HandshakeRecord record, Span span) {
    HandshakeEvent event = new HandshakeEvent();
    OtelAttributes.put(record, event);
    span.addEvent(NAME, event.attributes.build());
  }

  @Override
  public void put(String name, Object value) {
    if (value instanceof Boolean) {
      attributes.put(name, (Boolean) value);
    } else if (value instanceof Double) {
      attributes.put(name, (Double) value);
    } else if (value instanceof Number) {
      putWhole(name, ((Number) value).longValue());
    } else if (value != null && !value.toString().isEmpty()) {
      attributes.put(name, value.toString());
    }
  }

  /** Below zero only days of a certificate say something. */
  private void putWhole(String name, long value) {
    if (value >= 0 || !name.endsWith(".port")) {
      attributes.put(name, value);
    }
  }
}
