package io.jssekeeper.store;

import io.jssekeeper.clock.Ticker;
import java.util.concurrent.locks.ReentrantLock;

/** The outcomes of what a client's store offers to its peers. Thread-safe. */
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
   * What was offered to that peer came to nothing: it and the peer failed, or gave the handshake
   * up, before that was complete. Nothing is offered any more until a {@linkplain #met full
   * handshake} is complete, then to one connection at a time until one {@linkplain #resumed
   * resumes}; each further one that comes to nothing doubles how many full handshakes come first,
   * up to {@value PeerBackoffs.Backoff#MAX_OWED}. Tickets are kept, and used last.
   *
   * @param agoNanos for how long that handshake had been under way; one that began before another
   *     one failed tells nothing new
   * @param byPeer false if this side closed it, which counts only if it does so again and again
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

  /** Whether nothing has come to nothing of late. */
  public boolean areGood() {
    return pools.backoffs.areNone();
  }

  /** That peer has resumed what it was offered. */
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
