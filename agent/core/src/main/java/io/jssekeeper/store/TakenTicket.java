package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;

/**
 * A ticket that was {@linkplain PeerIndex#take taken}, until its fate is known. Does not hold the
 * session. Thread-safe.
 *
 * @param <S> the type of a session
 */
public final class TakenTicket<S> {
  final Entry<S> entry;

  private final SessionStore<S> store;

  /** How many tickets had arrived when it was taken. */
  private final int arrivals;

  /** How often its peer's sessions had been ended when it was taken. */
  private final int endings;

  /** It is given back only once: the next to take the ticket has its own object. */
  private boolean settled;

  /** Under the store's lock. */
  TakenTicket(SessionStore<S> store, Entry<S> entry) {
    this.store = store;
    this.entry = entry;
    this.arrivals = store.entries.pools.arrivals();
    this.endings = store.entries.pools.endings(entry.peer);
  }

  /**
   * Puts it back in its place, even if it has been removed since as if it had been used. Does
   * nothing if it has expired, or is back already; and it leaves if everything of its peer has been
   * {@linkplain PeerIndex#end ended} meanwhile.
   *
   * @param session the taken session; must not have been invalidated
   * @return whether it is back
   */
  public boolean giveBack(S session) {
    boolean back;
    store.lock.lock();
    try {
      boolean first = !settled;
      settled = true;
      back = first && putBack(session);
    } finally {
      store.lock.unlock();
    }
    store.settle();
    return back;
  }

  /**
   * Puts it back after JSSE has refused to offer it, for a reason that the look-up did not check.
   * Tickets that had arrived by then are doubtful, since they may be refused as well; this one is
   * used last of all, and leaves if it is refused again. So it neither blocks others nor pushes any
   * out.
   *
   * @return whether it is back
   */
  public boolean giveBackUnfit(S session) {
    store.lock.lock();
    try {
      if (entry.refused) {
        settled = true;
        store.entries.remove(entry, RemovalCause.PULLED);
        return false;
      }
      entry.refused = true;
      doubt();
    } finally {
      store.lock.unlock();
    }
    return giveBack(session);
  }

  private boolean putBack(S session) {
    Entries<S> entries = store.entries;
    PeerPools<S> pools = entries.pools;
    if (endings != pools.endings(entry.peer)) {
      entries.remove(entry, RemovalCause.INVALIDATED);
      return false;
    }
    if (entries.contains(entry)) {
      boolean isOut = entry.taken;
      if (isOut) {
        pools.giveBack(entry, pools.withRoom(entry.peer));
      }
      return isOut;
    }
    long now = store.ticker.nanos();
    if (entries.byId.get(entry.id) != null || entries.isOver(entry, now)) {
      return false;
    }
    Entry<S> again = new Entry<>(entry, now);
    entries.prepare(again, session);
    PeerPool<S> pool = pools.withRoom(again.peer);
    entries.putNew(again);
    pools.giveBack(again, pool);
    return true;
  }

  /** The peer has declined it, and so may decline all that arrived before it was taken. */
  public void declined() {
    store.lock.lock();
    try {
      doubt();
    } finally {
      store.lock.unlock();
    }
  }

  private void doubt() {
    PeerPool<S> pool = store.entries.pools.byPeer.get(entry.peer);
    if (pool != null) {
      pool.doubt(arrivals);
    }
  }
}
