package io.jssekeeper.contexts;

import io.jssekeeper.model.Protection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** What sessions are protected from, and how many were kept by it. Thread-safe. */
public final class Protections {
  private final Map<Protection, LongAdder> prevented = new EnumMap<>(Protection.class);

  /** A bit for each, by its ordinal: handshakes ask often. */
  private volatile int guarded;

  /**
   * @param guarded what sessions are protected from; may be empty
   */
  public Protections(Set<Protection> guarded) {
    for (Protection purge : Protection.values()) {
      prevented.put(purge, new LongAdder());
    }
    protectFrom(guarded);
  }

  /** Changes what sessions are protected from; what was counted stays. */
  public void protectFrom(Set<Protection> newGuarded) {
    int bits = 0;
    for (Protection purge : newGuarded) {
      bits |= bit(purge);
    }
    guarded = bits;
  }

  private static int bit(Protection purge) {
    return 1 << purge.ordinal();
  }

  public boolean protectsFrom(Protection purge) {
    return (guarded & bit(purge)) != 0;
  }

  /** So many sessions were kept that would have been lost that way. */
  public void prevented(Protection purge, long sessions) {
    prevented.get(purge).add(sessions);
  }

  /** How many sessions were kept so far, for each way, in the order of {@link Protection}. */
  public Map<Protection, Long> counts() {
    Map<Protection, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<Protection, LongAdder> each : prevented.entrySet()) {
      counts.put(each.getKey(), each.getValue().sum());
    }
    return counts;
  }
}
