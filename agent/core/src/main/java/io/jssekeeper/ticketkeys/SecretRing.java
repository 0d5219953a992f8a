package io.jssekeeper.ticketkeys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The secrets in use, in the order in which they will seal. Immutable.
 *
 * <p>All of them open. Times are milliseconds since the epoch, by the wall clock.
 */
final class SecretRing {
  static final SecretRing EMPTY = new SecretRing(Collections.emptyList(), null);

  private final List<RingEntry> entries;
  private final Periods periods;

  SecretRing(List<RingEntry> entries, Periods periods) {
    this.entries = Collections.unmodifiableList(new ArrayList<>(entries));
    this.periods = periods;
  }

  List<RingEntry> entries() {
    return entries;
  }

  Periods periods() {
    return periods;
  }

  /** The secret that seals at that time; null if there is none. */
  RingEntry sealing(long nowMillis) {
    if (entries.isEmpty()) {
      return null;
    }
    long period = periods.at(nowMillis);
    RingEntry first = null;
    for (RingEntry entry : entries) {
      if (entry.covers(period)) {
        if (entry.sealsFromMillis <= nowMillis) {
          return entry;
        }
        first = first == null ? entry : first;
      }
    }
    return first;
  }

  /** Until when {@link #sealing} and the period stay as they are at that time. */
  long settledUntil(long nowMillis) {
    long until = periods.endMillis(periods.at(nowMillis));
    for (RingEntry entry : entries) {
      if (entry.sealsFromMillis > nowMillis) {
        until = Math.min(until, entry.sealsFromMillis);
      }
    }
    return until;
  }

  /** Whether a secret is among them. */
  boolean has(Secret secret) {
    for (RingEntry entry : entries) {
      if (entry.secret.isSame(secret)) {
        return true;
      }
    }
    return false;
  }
}
