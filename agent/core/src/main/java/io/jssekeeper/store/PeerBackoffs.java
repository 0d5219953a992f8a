package io.jssekeeper.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The peers to which an offer failed, in bounded memory: beyond the bound the oldest is forgotten,
 * and is offered everything again.
 *
 * <p>All except {@link #areNone} is guarded by the store's lock.
 */
final class PeerBackoffs {
  static final int MAX_PEERS = 512;

  private Map<String, Backoff> byPeer;

  /** Asked first by a look-up, without the lock. */
  private volatile boolean some;

  /** Whether no peer has one. */
  boolean areNone() {
    return !some;
  }

  /** That peer's, or null. */
  Backoff of(Object peer) {
    return some ? byPeer.get(peer) : null;
  }

  /** That peer's, created if it is the first. */
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

  /** That peer has resumed the session it was offered. */
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
   * The state of a peer to which an offer failed: nothing is offered until a full handshake with
   * the peer is complete; then one connection tries again. If that fails too, twice as many full
   * handshakes come first, and so on up to a bound.
   *
   * <p>Guarded by the store's lock.
   */
  static final class Backoff {
    /** The maximum number of full handshakes between two tries. */
    static final int MAX_OWED = 16;

    /**
     * After this many in a row, failures where the application closed count against the peer after
     * all.
     */
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
     * Another offer has failed.
     *
     * @param begunNanos when its handshake began, by the store's time
     * @param byPeer whether it was certainly caused by the peer, or by the network
     * @return false if it says nothing new: it began before others were known to have failed, or
     *     nothing may be wrong
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
