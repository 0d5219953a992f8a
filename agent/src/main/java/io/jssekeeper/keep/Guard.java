package io.jssekeeper.keep;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** What sessions are protected from, and how many were kept by it. Thread-safe. */
public final class Guard {
  private final Map<Purge, LongAdder> prevented = new EnumMap<>(Purge.class);
  private volatile Set<Purge> guarded;

  /**
   * @param guarded what sessions are protected from; may be empty
   */
  public Guard(Set<Purge> guarded) {
    for (Purge purge : Purge.values()) {
      prevented.put(purge, new LongAdder());
    }
    protectFrom(guarded);
  }

  /** Changes what sessions are protected from; what was counted stays. */
  public void protectFrom(Set<Purge> newGuarded) {
    Set<Purge> copy = EnumSet.noneOf(Purge.class);
    copy.addAll(newGuarded);
    guarded = Collections.unmodifiableSet(copy);
  }

  public boolean protectsFrom(Purge purge) {
    return guarded.contains(purge);
  }

  /** So many sessions were kept that would have been lost that way. */
  public void prevented(Purge purge, long sessions) {
    prevented.get(purge).add(sessions);
  }

  /** How many sessions were kept so far, for each way, in the order of {@link Purge}. */
  public Map<Purge, Long> counts() {
    Map<Purge, Long> counts = new LinkedHashMap<>();
    prevented.forEach((purge, count) -> counts.put(purge, count.sum()));
    return counts;
  }
}
