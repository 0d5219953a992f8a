package io.jssekeeper.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The most recent records. Thread-safe; the newest take the place of the oldest. */
public final class History implements Sink {
  private final AtomicReferenceArray<HandshakeRecord> ring;
  private final AtomicLong next = new AtomicLong();

  /**
   * @param size how many are kept, 0 or more
   */
  public History(int size) {
    ring = new AtomicReferenceArray<>(size);
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (ring.length() > 0) {
      ring.set((int) (next.getAndIncrement() % ring.length()), record);
    }
  }

  /** Oldest first. */
  public List<HandshakeRecord> recent() {
    List<HandshakeRecord> records = new ArrayList<>();
    long end = next.get();
    for (long i = Math.max(0, end - ring.length()); i < end; i++) {
      HandshakeRecord record = ring.get((int) (i % ring.length()));
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }
}
