package io.jssekeeper.store;

import io.jssekeeper.clock.Ticker;
import java.util.concurrent.locks.ReentrantLock;

/** The outcomes of a client store's offers to its peers. Thread-safe. */
public final class OfferOutcomes {
  private final ReentrantLock lock;
  private final PeerPools<?> pools;
  private final Ticker ticker;

  OfferOutcomes(ReentrantLock lock, PeerPools<?> pools, Ticker ticker) {
    this.lock = lock;
    this.pools = pools;
    this.ticker = ticker;
  }

  /**
   * An offer to that peer has failed: the handshake failed, or was given up, before it was
   * complete. Nothing is offered any more until a {@linkplain PeerIndex#fullHandshakeCompleted full
   * handshake} is complete, then to one connection at a time until one {@linkplain #resumed
   * resumes}; each further failure doubles how many full handshakes come first, up to {@value
   * PeerBackoffs.Backoff#MAX_OWED}. Tickets are kept, and used last.
   *
   * @param agoNanos how long that handshake had been in progress; one that began before another one
   *     failed is not counted again
   * @param byPeer false if this side closed it, which counts only if it happens repeatedly
   */
  public void failed(String peer, long agoNanos, boolean byPeer) {
    lock.lock();
    try {
      long now = ticker.nanos();
      pools.offerFailed(peer, now - agoNanos, now, byPeer);
    } finally {
      lock.unlock();
    }
  }

  /** Whether no offer has failed recently. */
  public boolean areGood() {
    return pools.backoffs.areNone();
  }

  /** That peer has resumed the session it was offered. */
  public void resumed(String peer) {
    if (pools.backoffs.areNone()) {
      return;
    }
    lock.lock();
    try {
      pools.backoffs.remove(peer);
    } finally {
      lock.unlock();
    }
  }
}
