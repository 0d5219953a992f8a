package io.jssekeeper.otel;

import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where handshakes' threads leave records: events are made there and then, since the current span
 * is this thread's; what is measured waits for the keeper's thread. Does nothing until the
 * application uses OpenTelemetry. Thread-safe.
 */
final class OtelSink implements Sink {
  private final Telemetries telemetries;
  private final Sink measured;

  /** Those that make an event: what comes of a handshake inside it would have no end. */
  private final Set<Thread> inEvent = ConcurrentHashMap.newKeySet();

  OtelSink(Telemetries telemetries, Sink measured) {
    this.telemetries = telemetries;
    this.measured = measured;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (telemetries.isEmpty()) {
      return;
    }
    if (telemetries.isMeasuring()) {
      measured.accept(record);
    }
    if (isOfThisThread(record) && inEvent.add(Thread.currentThread())) {
      try {
        telemetries.event(record);
      } finally {
        inEvent.remove(Thread.currentThread());
      }
    }
  }

  /** One that was abandoned is recorded by another thread, and has no duration. */
  private static boolean isOfThisThread(HandshakeRecord record) {
    return record.side() == Side.CLIENT && record.tookNanos() >= 0;
  }
}
