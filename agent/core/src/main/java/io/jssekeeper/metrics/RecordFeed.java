package io.jssekeeper.metrics;

import io.jssekeeper.record.Dispatcher;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.function.BiConsumer;

/**
 * Carries records from the handshakes' threads to the registries; costs nothing and keeps nothing
 * until a registry wants them. Thread-safe.
 */
final class RecordFeed implements Sink {
  private static final long STOP_MILLIS = 1_000;

  private final Sink registries;
  private final BiConsumer<String, Throwable> failures;
  private volatile Sink queue = Sink.NONE;
  private Dispatcher dispatcher;
  private boolean flows;
  private long droppedBefore;

  RecordFeed(Sink registries, BiConsumer<String, Throwable> failures) {
    this.registries = registries;
    this.failures = failures;
  }

  @Override
  public void accept(HandshakeRecord record) {
    queue.accept(record);
  }

  /** Keeps records, as many as find room, until there is a registry. */
  synchronized void collect() {
    if (dispatcher == null) {
      dispatcher = new Dispatcher(registries, "jsse-keeper-meters", failures);
      queue = dispatcher;
    }
  }

  /** There is a registry. */
  synchronized void flow() {
    collect();
    if (!flows) {
      flows = true;
      dispatcher.start();
    }
  }

  /** Hands on what waits, and keeps no further ones. */
  synchronized void stop() throws InterruptedException {
    queue = Sink.NONE;
    if (flows) {
      dispatcher.stop(STOP_MILLIS);
    }
    flows = false;
    droppedBefore = dropped();
    dispatcher = null;
  }

  /** How many records found no room. */
  synchronized long dropped() {
    return droppedBefore + (dispatcher == null ? 0 : dispatcher.dropped());
  }
}
