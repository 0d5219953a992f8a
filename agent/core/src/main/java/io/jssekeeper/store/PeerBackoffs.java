package io.jssekeeper.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The peers with which an offer failed, in bounded memory: beyond the bound the one met longest ago
 * is forgotten, and is offered everything again.
 *
 * <p>All but {@link #areNone} is guarded by the store's lock.
 */
final class PeerBackoffs {
  static final int MAX_PEERS = 512;

  private Map<String, Backoff> byPeer;

  /** What a look-up asks first, without the lock. */
  private volatile boolean some;

  /** Whether no peer has any. */
  boolean areNone() {
    return !some;
  }

  /** Of that peer, or null. */
  Backoff of(Object peer) {
    return some ? byPeer.get(peer) : null;
  }

  /** Of that peer, which may be its first. */
  Backoff at(String peer) {
    if (byPeer == null) {
      byPeer = new Latest();
    }
    Backoff backoff = byPeer.get(peer);
    if (backoff == null) {
      backoff = new Backoff();
      some = true;
      byPeer.put(peer, backoff);
    }
    return backoff;
  }

  /** That peer has resumed what it was offered. */
  void remove(String peer) {
    if (some) {
      byPeer.remove(peer);
      some = !byPeer.isEmpty();
    }
  }

  private static final class Latest extends LinkedHashMap<String, Backoff> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Backoff> eldest) {
      return size() > MAX_PEERS;
    }
  }

  /**
   * That what was offered to one peer came to nothing, and how it goes on from there: nothing is
   * offered until a full handshake with the peer is complete; then one connection tries again. If
   * that comes to nothing too, twice as many full handshakes come first, and so on up to a bound.
   *
   * <p>Guarded by the store's lock.
   */
  static final class Backoff {
    /** Full handshakes between two tries at most. */
    static final int MAX_OWED = 16;

    /** So many that the application closed, in a row, tell of the peer after all. */
    private static final int MAX_CLOSED_HERE = 3;

    private int closedHere;
    private int failures;
    private int fullHandshakesFirst;
    private long sinceNanos;

    /** Whether nothing may be offered now. */
    boolean isInForce() {
      return fullHandshakesFirst > 0;
    }

    /**
     * Another one came to nothing.
     *
     * @param begunNanos when its handshake began, by the store's time
     * @param byPeer whether that is certainly by the peer, or by what lies between
     * @return false if that tells nothing new: it began before it was known that others had, or
     *     there may be nothing wrong
     */
    boolean failedAgain(long begunNanos, long now, boolean byPeer) {
      if (failures + closedHere > 0 && begunNanos - sinceNanos <= 0) {
        return false;
      }
      sinceNanos = now;
      closedHere += byPeer ? 0 : 1;
      if (!byPeer && failures == 0 && closedHere < MAX_CLOSED_HERE) {
        return false;
      }
      failures++;
      waitForFullHandshakes();
      return true;
    }

    /** One connection tries; others do not until full handshakes are complete again. */
    void offeredOnce() {
      if (failures > 0) {
        waitForFullHandshakes();
      }
    }

    /** A full handshake with the peer is complete. */
    void fullHandshakeCompleted() {
      fullHandshakesFirst = Math.max(0, fullHandshakesFirst - 1);
    }

    /** 1, 2, 4 and so on. */
    private void waitForFullHandshakes() {
      int doublings = Math.min(failures - 1, Integer.numberOfTrailingZeros(MAX_OWED));
      fullHandshakesFirst = 1 << doublings;
    }
  }
}
