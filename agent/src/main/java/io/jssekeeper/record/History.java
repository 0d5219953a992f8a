package io.jssekeeper.record;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The most recent records. Thread-safe; the newest take the place of the oldest.
 *
 * <p>Each is kept with its number, so that a reader whom writers overtake, and a writer who is late
 * by a whole round, cannot bring them out of order. The numbers are in an array of their own too: a
 * writer does not look at the record that it replaces, which no processor has at hand any more.
 */
public final class History implements Sink {
  private final AtomicReferenceArray<Numbered> ring;
  private final AtomicLongArray newest;
  private final AtomicLong next = new AtomicLong();

  /**
   * @param size how many are kept, 0 or more
   */
  public History(int size) {
    ring = new AtomicReferenceArray<>(size);
    newest = new AtomicLongArray(size);
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (ring.length() > 0) {
      put(new Numbered(next.getAndIncrement(), record));
    }
  }

  private void put(Numbered mine) {
    int slot = slot(mine.number);
    long end = mine.number + 1; // 0 is none
    long before = newest.get(slot);
    while (before < end && !newest.compareAndSet(slot, before, end)) {
      before = newest.get(slot);
    }
    Numbered there = ring.get(slot);
    while (newest.get(slot) == end && !ring.compareAndSet(slot, there, mine)) {
      there = ring.get(slot);
    }
  }

  /**
   * Those after that number, oldest first; the first handshake has the number 1.
   *
   * @return by number
   */
  public SortedMap<Long, HandshakeRecord> after(long number) {
    SortedMap<Long, HandshakeRecord> records = new TreeMap<>();
    long end = next.get();
    for (long i = Math.max(Math.max(0, number), end - ring.length()); i < end; i++) {
      Numbered there = ring.get(slot(i));
      if (there != null && there.number == i) {
        records.put(i + 1, there.record);
      }
    }
    return records;
  }

  /** Oldest first. Those that are just coming in, or are just being replaced, are not in it. */
  public List<HandshakeRecord> recent() {
    return new ArrayList<>(after(0).values());
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
