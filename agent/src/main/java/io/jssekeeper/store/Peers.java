package io.jssekeeper.store;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * The sessions of a client's store, found by peer.
 *
 * <p>A TLS 1.3 ticket is used once (RFC 8446 appendix C.4): whoever takes one has it alone. Thread
 * safe; the only thing that is called with the store's lock held is a look-up's own condition.
 *
 * @param <S> the type of a session
 */
public final class Peers<S> {
  private final SessionStore<S> store;
  private final ReentrantLock lock;
  private final Pools<S> pools;
  private final Ticker ticker;

  Peers(SessionStore<S> store, ReentrantLock lock, Pools<S> pools, Ticker ticker) {
    this.store = store;
    this.lock = lock;
    this.pools = pools;
    this.ticker = ticker;
  }

  /** How many unused tickets are kept for one peer, 0 or more. Takes effect with its next one. */
  public void keepTickets(int perPeer) {
    pools.keepTicketsPerPeer(perPeer);
  }

  /**
   * Makes a stored session one that can be resumed with that peer. It displaces no unused ticket,
   * unless there are more than are kept; then the oldest leaves.
   */
  public void link(Object id, String peer) {
    lock.lock();
    try {
      Entry<S> entry = unlinked(id);
      if (entry != null) {
        pools.link(entry, peer);
      }
    } finally {
      lock.unlock();
    }
  }

  /** As {@link #link}, but all that could be resumed with that peer so far leaves, as replaced. */
  public void replace(Object id, String peer) {
    lock.lock();
    try {
      Entry<S> entry = unlinked(id);
      if (entry != null) {
        pools.clear(peer, RemovalCause.REPLACED);
        pools.link(entry, peer);
      }
    } finally {
      lock.unlock();
    }
  }

  private Entry<S> unlinked(Object id) {
    Entry<S> entry = store.shelves.byId.get(id);
    return entry == null || entry.peer != null ? null : entry;
  }

  /**
   * All that can be resumed with that peer leaves, as invalidated. A ticket that is taken cannot be
   * given back then.
   */
  public void end(String peer) {
    lock.lock();
    try {
      pools.end(peer);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A full handshake with that peer is complete; what it gave to resume, if anything, is linked.
   */
  public void met(String peer) {
    lock.lock();
    try {
      if (pools.byPeer.get(peer) == null) {
        store.shelves.departures.noteNothingResumable(peer);
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many unused tickets of that peer were not counted before. Each is counted once. */
  public int countTickets(String peer) {
    lock.lock();
    try {
      Pool<S> pool = pools.byPeer.get(peer);
      return pool == null ? 0 : pool.countTickets();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The session to resume with that peer, or null: of those that fit the oldest ticket, else the
   * reusable session. A ticket is taken: nobody else gets it, unless it is {@linkplain #giveBack
   * given back}. Tickets that arrived before the peer {@linkplain #declined declined} one come
   * last.
   *
   * @param fits whether the connection could resume that session; must be quick, must not throw and
   *     must not use the store
   */
  public S take(String peer, Predicate<? super S> fits) {
    Pool<S> pool = pools.byPeer.get(peer);
    if (pool == null) {
      return null;
    }
    S session = withoutLock(pool.onlyReusable(), fits);
    if (session != null) {
      return session;
    }
    Entry<S> next;
    do {
      lock.lock();
      try {
        next = pools.take(peer, fits, ticker.nanos());
      } finally {
        lock.unlock();
      }
      session = sessionOf(next);
    } while (session == null && next != null);
    return session;
  }

  /** As {@link SessionStore#takeOut}, of what is linked with that peer. */
  public S takeOut(String peer, Object id) {
    lock.lock();
    try {
      Entry<S> entry = store.shelves.byId.get(id);
      boolean linked = entry != null && peer.equals(entry.peer);
      return linked ? store.shelves.takeOut(id, ticker.nanos()) : null;
    } finally {
      lock.unlock();
    }
  }

  private S withoutLock(Entry<S> reusable, Predicate<? super S> fits) {
    S session = reusable == null ? null : reusable.session();
    return session != null && fits.test(session) ? store.answer(reusable) : null;
  }

  /** Null if the collector was faster. */
  private S sessionOf(Entry<S> next) {
    boolean isTicket = next != null && next.use == Traits.Use.ONCE;
    return isTicket ? next.session() : store.answer(next);
  }

  /** The claim on a ticket that was just taken; null if that id is none. */
  public Claim<S> claim(Object id) {
    lock.lock();
    try {
      Entry<S> entry = store.shelves.byId.get(id);
      return entry != null && entry.taken
          ? new Claim<>(entry, pools.arrivals(), pools.endings(entry.peer))
          : null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Puts a taken ticket back to where it was, though it may have been removed since as if it had
   * been used. Does nothing if its time is over, or if it is back already; and it leaves if all of
   * its peer has been {@linkplain #end ended} meanwhile.
   *
   * @param session what was taken; must not have been invalidated
   * @return whether it is back
   */
  public boolean giveBack(Claim<S> claim, S session) {
    return giveBack(claim, session, claim.entry.arrival);
  }

  /**
   * Puts a taken ticket back that its connection could not use: behind all others, so that it does
   * not stand in the way of connections that could use one of those.
   */
  public boolean giveBackUnfit(Claim<S> claim, S session) {
    int last;
    lock.lock();
    try {
      last = pools.nextArrival();
    } finally {
      lock.unlock();
    }
    return giveBack(claim, session, last);
  }

  private boolean giveBack(Claim<S> claim, S session, int arrival) {
    boolean back;
    lock.lock();
    try {
      boolean first = !claim.settled;
      claim.settled = true;
      back = first && putBack(claim, session, arrival);
    } finally {
      lock.unlock();
    }
    store.settle();
    return back;
  }

  private boolean putBack(Claim<S> claim, S session, int arrival) {
    Shelves<S> shelves = store.shelves;
    Entry<S> ticket = claim.entry;
    if (claim.endings != pools.endings(ticket.peer)) {
      shelves.remove(ticket, RemovalCause.INVALIDATED);
      return false;
    }
    if (shelves.contains(ticket)) {
      boolean taken = ticket.taken;
      if (taken) {
        Pool<S> pool = pools.withRoom(ticket.peer);
        ticket.arrival = arrival;
        pools.giveBack(ticket, pool);
      }
      return taken;
    }
    long now = ticker.nanos();
    if (shelves.byId.get(ticket.id) != null || shelves.isOver(ticket, now)) {
      return false;
    }
    Entry<S> again = new Entry<>(ticket, now);
    again.arrival = arrival;
    shelves.prepare(again, session);
    Pool<S> pool = pools.withRoom(again.peer);
    shelves.putNew(again);
    pools.giveBack(again, pool);
    return true;
  }

  /** The peer has declined that ticket, and so may decline all that came before it was taken. */
  public void declined(Claim<S> claim) {
    lock.lock();
    try {
      Pool<S> pool = pools.byPeer.get(claim.entry.peer);
      if (pool != null) {
        pool.doubt(claim.arrivals);
      }
    } finally {
      lock.unlock();
    }
  }
}
