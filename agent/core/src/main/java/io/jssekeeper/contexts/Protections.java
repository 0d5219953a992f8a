package io.jssekeeper.contexts;

import io.jssekeeper.model.Protection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/** Which protections are on, and how many sessions each has kept. Thread-safe. */
public final class Protections {
  private final Map<Protection, LongAdder> prevented = new EnumMap<>(Protection.class);

  /** One bit for each, by ordinal: handshakes ask often. */
  private volatile int enabled;

  /**
   * @param enabled what sessions are protected from; may be empty
   */
  public Protections(Set<Protection> enabled) {
    for (Protection protection : Protection.values()) {
      prevented.put(protection, new LongAdder());
    }
    protectFrom(enabled);
  }

  /** Changes what sessions are protected from; counts stay. */
  public void protectFrom(Set<Protection> newlyEnabled) {
    int bits = 0;
    for (Protection protection : newlyEnabled) {
      bits |= bit(protection);
    }
    enabled = bits;
  }

  private static int bit(Protection protection) {
    return 1 << protection.ordinal();
  }

  public boolean protectsFrom(Protection protection) {
    return (enabled & bit(protection)) != 0;
  }

  /** That many sessions were kept that would have been lost in that way. */
  public void prevented(Protection protection, long sessions) {
    prevented.get(protection).add(sessions);
  }

  /** How many sessions were kept so far, for each protection, in their order. */
  public Map<Protection, Long> counts() {
    Map<Protection, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<Protection, LongAdder> each : prevented.entrySet()) {
      counts.put(each.getKey(), each.getValue().sum());
    }
    return counts;
  }
}
