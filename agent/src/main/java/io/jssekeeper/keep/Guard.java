package io.jssekeeper.keep;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** What sessions are protected from, and how many were kept by it. Thread-safe. */
public final class Guard {
  private final Map<Purge, LongAdder> prevented = new EnumMap<>(Purge.class);

  /** A bit for each, by its ordinal: handshakes ask often. */
  private volatile int guarded;

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
    int bits = 0;
    for (Purge purge : newGuarded) {
      bits |= bit(purge);
    }
    guarded = bits;
  }

  private static int bit(Purge purge) {
    return 1 << purge.ordinal();
  }

  public boolean protectsFrom(Purge purge) {
    return (guarded & bit(purge)) != 0;
  }

  /** So many sessions were kept that would have been lost that way. */
  public void prevented(Purge purge, long sessions) {
    prevented.get(purge).add(sessions);
  }

  /** How many sessions were kept so far, for each way, in the order of {@link Purge}. */
  public Map<Purge, Long> counts() {
    Map<Purge, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<Purge, LongAdder> each : prevented.entrySet()) {
      counts.put(each.getKey(), each.getValue().sum());
    }
    return counts;
  }
}
