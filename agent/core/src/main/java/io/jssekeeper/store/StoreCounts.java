package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/** What a store has counted since its creation. Thread-safe. */
public final class StoreCounts {
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();

  /** Written under the store's lock only, so that no atomic addition is needed. */
  private final AtomicLong stored = new AtomicLong();

  private final AtomicLongArray removals = new AtomicLongArray(RemovalCause.values().length);

  StoreCounts() {}

  /** Look-ups that found a session. */
  public long hits() {
    return hits.sum();
  }

  /** Look-ups that found none. */
  public long misses() {
    return misses.sum();
  }

  /** Resumable sessions stored. */
  public long stored() {
    return stored.get();
  }

  /** Resumable sessions that left, by cause. */
  public Map<RemovalCause, Long> removals() {
    Map<RemovalCause, Long> counts = new EnumMap<>(RemovalCause.class);
    for (RemovalCause cause : RemovalCause.values()) {
      counts.put(cause, removals.get(cause.ordinal()));
    }
    return counts;
  }

  void lookedUp(boolean hit) {
    (hit ? hits : misses).increment();
  }

  /** Under the store's lock. */
  void countStored() {
    stored.lazySet(stored.get() + 1);
  }

  /** Under the store's lock. */
  void removed(RemovalCause cause) {
    int place = cause.ordinal();
    removals.lazySet(place, removals.get(place) + 1);
  }
}
