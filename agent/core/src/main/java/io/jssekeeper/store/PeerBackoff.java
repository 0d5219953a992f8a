package io.jssekeeper.store;

/**
 * That what was offered to one peer came to nothing, and how it goes on from there: nothing is
 * offered until a full handshake with the peer is complete; then one connection tries again. If
 * that comes to nothing too, twice as many full handshakes come first, and so on up to a bound.
 *
 * <p>Guarded by the store's lock.
 */
final class PeerBackoff {
  /** Full handshakes between two tries at most. */
  static final int MOST_OWED = 16;

  /** So many that the application closed, in a row, tell of the peer after all. */
  private static final int MOST_CLOSED_HERE = 3;

  private int closedHere;
  private int failures;
  private int owed;
  private long sinceNanos;

  /** Whether nothing may be offered now. */
  boolean isInForce() {
    return owed > 0;
  }

  /**
   * Another one came to nothing.
   *
   * @param begunNanos when its handshake began, by the store's time
   * @param byPeer whether that is certainly by the peer, or by what lies between
   * @return false if that tells nothing new: it began before it was known that others had, or there
   *     may be nothing wrong
   */
  boolean again(long begunNanos, long now, boolean byPeer) {
    if (failures + closedHere > 0 && begunNanos - sinceNanos <= 0) {
      return false;
    }
    sinceNanos = now;
    closedHere += byPeer ? 0 : 1;
    if (!byPeer && failures == 0 && closedHere < MOST_CLOSED_HERE) {
      return false;
    }
    failures++;
    owe();
    return true;
  }

  /** One connection tries; others do not until full handshakes are complete again. */
  void tried() {
    if (failures > 0) {
      owe();
    }
  }

  /** A full handshake with the peer is complete. */
  void met() {
    owed = Math.max(0, owed - 1);
  }

  /** 1, 2, 4 and so on. */
  private void owe() {
    int doublings = Math.min(failures - 1, Integer.numberOfTrailingZeros(MOST_OWED));
    owed = 1 << doublings;
  }
}
