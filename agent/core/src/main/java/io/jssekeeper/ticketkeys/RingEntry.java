package io.jssekeeper.ticketkeys;

/** A secret, and when it seals and opens. Immutable. */
final class RingEntry {
  private static final int LOW = 0xffff;

  final Secret secret;

  /** The periods that it is for, both of them included. */
  final long firstPeriod;

  final long lastPeriod;

  /** Before it opens only, since other nodes may not have it yet. */
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

  /** The number of the key of that period, as it is in front of each ticket, for all to see. */
  int number(long period, TicketIdentity identity) {
    return ((int) (period & LOW) ^ secret.mask()) << 16 | secret.identityBits(identity);
  }

  /**
   * The latest period, up to the next one, whose key may have that number; whether it is one of
   * this secret's at all is another question.
   */
  long periodOf(int number, long now) {
    int low = number >>> 16 ^ secret.mask();
    return now + 1 - (now + 1 - low & LOW);
  }
}
