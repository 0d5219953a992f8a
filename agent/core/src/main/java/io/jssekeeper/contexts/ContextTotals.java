package io.jssekeeper.contexts;

import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.store.StoreCounts;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The counts of all stores, including those of collected contexts, so that no sum ever falls.
 * Thread-safe.
 */
public final class ContextTotals {
  /** Not a {@code HashMap}, which a full heap may corrupt at its first entry. */
  private final Map<OpenContext, StoreCounts> alive = new ConcurrentHashMap<>();

  private final Map<RemovalCause, Long> removalsBefore = new EnumMap<>(RemovalCause.class);
  private long hitsBefore;
  private long missesBefore;

  synchronized void opened(OpenContext store, StoreCounts counts) {
    alive.put(store, counts);
  }

  synchronized void gone(OpenContext store) {
    StoreCounts counts = alive.remove(store);
    if (counts == null) {
      return; // the heap had no room for it when it was opened
    }
    hitsBefore += counts.hits();
    missesBefore += counts.misses();
    add(counts, removalsBefore);
  }

  private static void add(StoreCounts counts, Map<RemovalCause, Long> sums) {
    for (Map.Entry<RemovalCause, Long> removed : counts.removals().entrySet()) {
      sums.put(removed.getKey(), sums.getOrDefault(removed.getKey(), 0L) + removed.getValue());
    }
  }

  /** Look-ups that found a session. */
  public synchronized long hits() {
    long sum = hitsBefore;
    for (StoreCounts counts : alive.values()) {
      sum += counts.hits();
    }
    return sum;
  }

  /** Look-ups that found none. */
  public synchronized long misses() {
    long sum = missesBefore;
    for (StoreCounts counts : alive.values()) {
      sum += counts.misses();
    }
    return sum;
  }

  /** Resumable sessions that left, by cause, in the causes' order. */
  public synchronized Map<RemovalCause, Long> removals() {
    Map<RemovalCause, Long> sums = new EnumMap<>(RemovalCause.class);
    for (RemovalCause cause : RemovalCause.values()) {
      sums.put(cause, removalsBefore.getOrDefault(cause, 0L));
    }
    for (StoreCounts counts : alive.values()) {
      add(counts, sums);
    }
    return Collections.unmodifiableMap(sums);
  }
}
