package io.jssekeeper.record;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The most recent records; the newest replace the oldest. Thread-safe.
 *
 * <p>Records are in numbered chunks, so that a reader overtaken by writers, or a writer late by a
 * whole round, cannot mix up their order. Chunks are always new: a write into a long-lived array
 * makes most collectors record it, which shows in the time of a resumed handshake.
 */
public final class History implements Sink {
  private static final int CAPACITY = 64;

  private final int size;
  private final AtomicReferenceArray<Chunk> ring;
  private final AtomicLong next = new AtomicLong();

  /**
   * @param size how many are shown, 0 or more
   */
  public History(int size) {
    this.size = size;
    ring = new AtomicReferenceArray<>(size / CAPACITY + 2);
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (size > 0) {
      long number = next.getAndIncrement();
      Chunk chunk = chunkToWrite(number / CAPACITY);
      if (chunk != null) {
        chunk.set(place(number), record);
      }
    }
  }

  /** Null if it has already been replaced. */
  private Chunk chunkToWrite(long number) {
    Chunk there = chunk(number);
    while (there == null || there.number < number) {
      Chunk fresh = new Chunk(number);
      if (ring.compareAndSet(slot(number), there, fresh)) {
        return fresh;
      }
      there = chunk(number);
    }
    return there.number == number ? there : null;
  }

  /**
   * Records after that number, oldest first; the first handshake has the number 1.
   *
   * @return by number
   */
  public SortedMap<Long, HandshakeRecord> after(long number) {
    SortedMap<Long, HandshakeRecord> records = new TreeMap<>();
    long end = next.get();
    for (long i = Math.max(Math.max(0, number), end - size); i < end; i++) {
      Chunk chunk = chunk(i / CAPACITY);
      boolean isIn = chunk != null && chunk.number == i / CAPACITY;
      HandshakeRecord record = isIn ? chunk.get(place(i)) : null;
      if (record != null) {
        records.put(i + 1, record);
      }
    }
    return records;
  }

  /** Oldest first, without those just being added or replaced. */
  public List<HandshakeRecord> recent() {
    return new ArrayList<>(after(0).values());
  }

  private Chunk chunk(long number) {
    return ring.get(slot(number));
  }

  private int slot(long number) {
    return (int) (number % ring.length());
  }

  private static int place(long number) {
    return (int) (number % CAPACITY);
  }

  /** Each slot is written once. */
  private static final class Chunk {
    final long number;
    private final AtomicReferenceArray<HandshakeRecord> records =
        new AtomicReferenceArray<>(CAPACITY);

    Chunk(long number) {
      this.number = number;
    }

    void set(int place, HandshakeRecord record) {
      records.lazySet(place, record); // a reader may as well have come earlier
    }

    HandshakeRecord get(int place) {
      return records.get(place);
    }
  }
}
