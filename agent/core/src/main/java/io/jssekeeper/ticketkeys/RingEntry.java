package io.jssekeeper.ticketkeys;

/** A secret with the times at which it seals and opens. Immutable. */
final class RingEntry {
  private static final int LOW = 0xffff;

  final Secret secret;

  /** The first and last period it is valid for, both inclusive. */
  final long firstPeriod;

  final long lastPeriod;

  /** Until then it only opens, since other nodes may not have it yet. */
  final long sealsFromMillis;

  RingEntry(Secret secret, long firstPeriod, long lastPeriod, long sealsFromMillis) {
    this.secret = secret;
    this.firstPeriod = firstPeriod;
    this.lastPeriod = lastPeriod;
    this.sealsFromMillis = sealsFromMillis;
  }

  boolean covers(long period) {
    return period >= firstPeriod && period <= lastPeriod;
  }

  /** The number of that period's key, as it stands in front of each ticket, readable by anyone. */
  int number(long period, TicketIdentity identity) {
    return ((int) (period & LOW) ^ secret.mask()) << 16 | secret.identityBits(identity);
  }

  /**
   * The latest period, up to the next one, whose key could have that number. Whether the key is
   * this secret's at all is a separate question.
   */
  long periodOf(int number, long now) {
    int low = number >>> 16 ^ secret.mask();
    return now + 1 - (now + 1 - low & LOW);
  }
}
