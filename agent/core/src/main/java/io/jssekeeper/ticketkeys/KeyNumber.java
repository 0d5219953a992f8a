package io.jssekeeper.ticketkeys;

/**
 * Resolves a key's number against one ring and one identity. For a single question.
 *
 * <p>Computes no HMAC except for the identity's bits, so foreign numbers cost next to nothing.
 */
final class KeyNumber {
  private static final int FORMAT_BITS = 0xff00;
  private static final int SCOPE_BITS = 0xff;

  private final int number;
  private RingEntry entry;
  private long period;

  KeyNumber(int number) {
    this.number = number;
  }

  /** The secret that yields the key; null if none can. */
  RingEntry entry() {
    return entry;
  }

  /** The key's period. */
  long period() {
    return period;
  }

  /**
   * @param lifeMillis how long tickets sealed at the end of a period may be used
   */
  Opening find(SecretRing ring, TicketIdentity identity, long nowMillis, long lifeMillis) {
    Opening best = Opening.OTHER_SECRET;
    for (RingEntry each : ring.entries()) {
      Opening found = look(each, ring.periods(), identity, new Window(nowMillis, lifeMillis));
      if (found == Opening.POSSIBLE) {
        entry = each;
        period = each.periodOf(number, ring.periods().at(nowMillis));
        return found;
      }
      best = found.ordinal() < best.ordinal() ? found : best;
    }
    return best;
  }

  private Opening look(RingEntry each, Periods periods, TicketIdentity identity, Window window) {
    long candidate = each.periodOf(number, periods.at(window.nowMillis));
    if (!each.covers(candidate) || window.isLongOver(periods.endMillis(candidate))) {
      return Opening.OTHER_SECRET;
    }
    int differing = each.secret.identityBits(identity) ^ number & 0xffff;
    if ((differing & FORMAT_BITS) != 0) {
      return Opening.OTHER_JDK;
    }
    if ((differing & SCOPE_BITS) != 0) {
      return Opening.OTHER_CERTIFICATE;
    }
    return window.isOver(periods.endMillis(candidate)) ? Opening.EXPIRED_KEY : Opening.POSSIBLE;
  }

  /** How long tickets of a key may still arrive. */
  private static final class Window {
    private final long nowMillis;
    private final long lifeMillis;

    Window(long nowMillis, long lifeMillis) {
      this.nowMillis = nowMillis;
      this.lifeMillis = lifeMillis;
    }

    boolean isOver(long endMillis) {
      return endMillis + lifeMillis < nowMillis;
    }

    /** In that case the number is another secret's, not a period of this one. */
    boolean isLongOver(long endMillis) {
      return endMillis + 3 * lifeMillis < nowMillis;
    }
  }
}
