package io.jssekeeper.ticketkeys;

import java.time.Duration;

/**
 * Wall-clock time divided into periods of equal length, numbered the same on all nodes. Immutable.
 */
public final class Periods {
  private final long millis;

  public Periods(Duration length) {
    millis = length.toMillis();
  }

  long millis() {
    return millis;
  }

  /** The number of the period at that time, in milliseconds since the epoch. */
  public long at(long timeMillis) {
    return Math.floorDiv(timeMillis, millis);
  }

  public long beginMillis(long period) {
    return period * millis;
  }

  public long endMillis(long period) {
    return beginMillis(period + 1);
  }
}
