package io.jssekeeper.store;

import io.jssekeeper.clock.Ticker;
import io.jssekeeper.model.RemovalCause;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The sessions of a client's store, found by peer.
 *
 * <p>A TLS 1.3 ticket is used once (RFC 8446 appendix C.4): only one connection gets it.
 * Thread-safe; the only foreign code called with the store's lock held is a look-up's condition.
 *
 * @param <S> the type of a session
 */
public final class PeerIndex<S> {
  /** JSSE's own default capacity, for a store without one. */
  private static final int MAX_LINKS = 20_480;

  private final SessionStore<S> store;
  private final ReentrantLock lock;
  private final PeerPools<S> pools;
  private final Ticker ticker;
  private final OfferOutcomes outcomes;

  PeerIndex(SessionStore<S> store, ReentrantLock lock, PeerPools<S> pools, Ticker ticker) {
    this.store = store;
    this.lock = lock;
    this.pools = pools;
    this.ticker = ticker;
    this.outcomes = new OfferOutcomes(lock, pools, ticker);
  }

  /**
   * How many unused tickets are kept per peer, 0 or more. Takes effect when its next one arrives.
   */
  public void keepTickets(int perPeer) {
    pools.keepTicketsPerPeer(perPeer);
  }

  /**
   * Makes a stored session resumable with that peer. It displaces no unused ticket, unless there
   * are more than are kept; then the oldest leaves.
   *
   * @return false if there is no such session, or if it is linked with another peer
   */
  public boolean link(Object id, String peer) {
    return link(id, peer, false);
  }

  /**
   * Whether there is nothing to resume with that peer but the session with that id, which is
   * reusable. Takes no lock.
   */
  public boolean isOnlyOne(Object id, String peer) {
    PeerPool<S> pool = pools.byPeer.get(peer);
    Entry<S> only = pool == null ? null : pool.onlyReusable();
    return only != null && only == store.entries.byId.get(id);
  }

  /** As {@link #link}, but everything resumable with that peer so far leaves, as replaced. */
  public boolean replace(Object id, String peer) {
    return link(id, peer, true);
  }

  private boolean link(Object id, String peer, boolean replacing) {
    lock.lock();
    try {
      Entry<S> entry = store.entries.byId.get(id);
      if (entry == null || entry.peer != null) {
        return entry != null && entry.isOf(peer);
      }
      if (replacing) {
        pools.clear(peer, RemovalCause.REPLACED);
      }
      pools.link(entry, peer);
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Makes a stored session resumable with one more peer, in place of everything resumable with that
   * one so far. There are at most as many such links as the capacity allows sessions; beyond that
   * the oldest leave.
   *
   * @param own the peer that the session came from, or null; a ticket is no longer for that one
   * @return whether there is such a session
   */
  public boolean linkFurther(Object id, String peer, String own) {
    lock.lock();
    try {
      Entry<S> entry = store.entries.byId.get(id);
      boolean usable = entry != null && !entry.taken && entry.use != SessionAttributes.Use.NEVER;
      if (usable) {
        int capacity = store.capacity();
        pools.linkFurther(entry, peer, capacity == 0 ? MAX_LINKS : capacity);
        boolean moves = entry.use == SessionAttributes.Use.ONCE && own != null && !own.equals(peer);
        if (moves && entry.isOf(own) && entry.isOf(peer)) {
          pools.unlink(entry, own, RemovalCause.PULLED);
        }
      }
      return entry != null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * What {@link #take} would return for a connection that could resume anything, without taking it.
   * Of several tickets each call shows a different one.
   */
  public S show(String peer) {
    lock.lock();
    try {
      Entry<S> next = pools.show(peer, ticker.nanos());
      return next == null ? null : next.session();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Everything resumable with that peer leaves, as invalidated. A taken ticket cannot be given back
   * then.
   */
  public void end(String peer) {
    lock.lock();
    try {
      pools.end(peer);
    } finally {
      lock.unlock();
    }
  }

  /** A full handshake with that peer is complete; whatever it issued for resumption is linked. */
  public void fullHandshakeCompleted(String peer) {
    lock.lock();
    try {
      PeerBackoffs.Backoff backoff = pools.backoffs.of(peer);
      if (backoff != null) {
        backoff.fullHandshakeCompleted();
      }
      if (pools.byPeer.get(peer) == null) {
        store.entries.history.noteNothingResumable(peer);
      }
    } finally {
      lock.unlock();
    }
  }

  /** The outcomes of offers to peers. */
  public OfferOutcomes outcomes() {
    return outcomes;
  }

  /** How many unused tickets of that peer were not counted before. Each is counted once. */
  public int countTickets(String peer) {
    lock.lock();
    try {
      PeerPool<S> pool = pools.byPeer.get(peer);
      return pool == null ? 0 : pool.countTickets();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The session to resume with that peer, or null: among those that fit the oldest ticket, else the
   * reusable session. A ticket is taken: no other connection gets it, unless it is {@linkplain
   * TakenTicket#giveBack given back}. Tickets that arrived before the peer {@linkplain
   * TakenTicket#declined declined} one come last. Also null after an offer has {@linkplain
   * OfferOutcomes#failed failed}.
   *
   * @param fits whether the connection could resume that session; must be quick, must not throw and
   *     must not use the store
   */
  public Taken<S> take(String peer, Predicate<? super S> fits) {
    PeerPool<S> pool = pools.byPeer.get(peer);
    if (pool == null) {
      return null;
    }
    if (pools.backoffs.areNone()) {
      S session = withoutLock(pool.onlyReusable(), fits);
      if (session != null) {
        return new Taken<>(session, null);
      }
    }
    return take(peer, fits, false);
  }

  /** As {@link #take}, for a connection that cannot do a full handshake. */
  public Taken<S> takeAnyway(String peer, Predicate<? super S> fits) {
    return take(peer, fits, true);
  }

  private Taken<S> take(String peer, Predicate<? super S> fits, boolean anyway) {
    S session;
    Entry<S> next;
    TakenTicket<S> ticket;
    do {
      lock.lock();
      try {
        long now = ticker.nanos();
        next = anyway ? pools.takeAnyway(peer, fits, now) : pools.take(peer, fits, now);
        ticket = next != null && next.taken ? new TakenTicket<>(store, next) : null;
      } finally {
        lock.unlock();
      }
      session = ticket == null ? store.answer(next) : next.session();
    } while (session == null && next != null); // the collector was faster
    return session == null ? null : new Taken<>(session, ticket);
  }

  /** As {@link SessionStore#takeOut}, for sessions linked with that peer. */
  public S takeOut(String peer, Object id) {
    lock.lock();
    try {
      Entry<S> entry = store.entries.byId.get(id);
      boolean linked = entry != null && entry.isOf(peer);
      return linked ? store.entries.takeOut(id, ticker.nanos()) : null;
    } finally {
      lock.unlock();
    }
  }

  private S withoutLock(Entry<S> reusable, Predicate<? super S> fits) {
    S session = reusable == null ? null : reusable.session();
    return session != null && fits.test(session) ? store.answer(reusable) : null;
  }

  /** The peer has declined its reusable session, and JSSE has invalidated it for that reason. */
  public void declinedAndEnded(String peer) {
    lock.lock();
    try {
      store.entries.history.noteDeclined(peer);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Whether the peer has issued more tickets than are kept: {@link
   * RemovalHistory.Answer#NEVER_SEEN} if not, a cause if so, {@link
   * RemovalHistory.Answer#FORGOTTEN} if unknown.
   */
  public RemovalHistory.Answer recallFull(String peer) {
    lock.lock();
    try {
      return store.entries.history.recallFull(peer);
    } finally {
      lock.unlock();
    }
  }

  /**
   * What a look-up has {@linkplain #take taken} for one connection.
   *
   * @param <S> the type of a session
   */
  public static final class Taken<S> {
    private final S session;
    private final TakenTicket<S> ticket;

    Taken(S session, TakenTicket<S> ticket) {
      this.session = session;
      this.ticket = ticket;
    }

    public S session() {
      return session;
    }

    /** Null if the session is reusable, and so may be taken by others too. */
    public TakenTicket<S> ticket() {
      return ticket;
    }
  }
}
