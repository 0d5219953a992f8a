package io.jssekeeper.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The most recent records. Thread-safe; the newest take the place of the oldest.
 *
 * <p>Each is kept with its number, so that a reader whom writers overtake, and a writer who is late
 * by a whole round, cannot bring them out of order.
 */
public final class History implements Sink {
  private final AtomicReferenceArray<Numbered> ring;
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
      put(new Numbered(next.getAndIncrement(), record));
    }
  }

  private void put(Numbered mine) {
    int slot = slot(mine.number);
    Numbered there = ring.get(slot);
    while ((there == null || there.number < mine.number)
        && !ring.compareAndSet(slot, there, mine)) {
      there = ring.get(slot);
    }
  }

  /** Oldest first. Those that are just coming in, or are just being replaced, are not in it. */
  public List<HandshakeRecord> recent() {
    List<HandshakeRecord> records = new ArrayList<>();
    long end = next.get();
    for (long i = Math.max(0, end - ring.length()); i < end; i++) {
      Numbered there = ring.get(slot(i));
      if (there != null && there.number == i) {
        records.add(there.record);
      }
    }
    return records;
  }

  private int slot(long number) {
    return (int) (number % ring.length());
  }

  private static final class Numbered {
    final long number;
    final HandshakeRecord record;

    Numbered(long number, HandshakeRecord record) {
      this.number = number;
      this.record = record;
    }
  }
}
