package io.jssekeeper.store;

import io.jssekeeper.clock.Ticker;
import io.jssekeeper.model.RemovalCause;
import java.util.concurrent.locks.ReentrantLock;

/** What becomes of the tickets that were taken from one store. Thread-safe. */
final class TicketReturns<S> {
  private final SessionStore<S> store;
  private final ReentrantLock lock;
  private final PeerPools<S> pools;
  private final Ticker ticker;

  TicketReturns(SessionStore<S> store, ReentrantLock lock, PeerPools<S> pools, Ticker ticker) {
    this.store = store;
    this.lock = lock;
    this.pools = pools;
    this.ticker = ticker;
  }

  /** Under the lock. */
  TakenTicket<S> taken(Entry<S> ticket) {
    return new TakenTicket<>(this, ticket, pools.arrivals(), pools.endings(ticket.peer));
  }

  boolean giveBack(TakenTicket<S> taken, S session) {
    boolean back;
    lock.lock();
    try {
      boolean first = !taken.settled;
      taken.settled = true;
      back = first && putBack(taken, session);
    } finally {
      lock.unlock();
    }
    store.settle();
    return back;
  }

  boolean giveBackUnfit(TakenTicket<S> taken, S session) {
    lock.lock();
    try {
      Entry<S> ticket = taken.entry;
      if (ticket.refused) {
        taken.settled = true;
        store.entries.remove(ticket, RemovalCause.PULLED);
        return false;
      }
      ticket.refused = true;
      doubt(taken);
    } finally {
      lock.unlock();
    }
    return giveBack(taken, session);
  }

  private boolean putBack(TakenTicket<S> taken, S session) {
    Entries<S> entries = store.entries;
    Entry<S> ticket = taken.entry;
    if (taken.endings != pools.endings(ticket.peer)) {
      entries.remove(ticket, RemovalCause.INVALIDATED);
      return false;
    }
    if (entries.contains(ticket)) {
      boolean isOut = ticket.taken;
      if (isOut) {
        pools.giveBack(ticket, pools.withRoom(ticket.peer));
      }
      return isOut;
    }
    long now = ticker.nanos();
    if (entries.byId.get(ticket.id) != null || entries.isOver(ticket, now)) {
      return false;
    }
    Entry<S> again = new Entry<>(ticket, now);
    entries.prepare(again, session);
    PeerPool<S> pool = pools.withRoom(again.peer);
    entries.putNew(again);
    pools.giveBack(again, pool);
    return true;
  }

  void declined(TakenTicket<S> taken) {
    lock.lock();
    try {
      doubt(taken);
    } finally {
      lock.unlock();
    }
  }

  private void doubt(TakenTicket<S> taken) {
    PeerPool<S> pool = pools.byPeer.get(taken.entry.peer);
    if (pool != null) {
      pool.doubt(taken.arrivals);
    }
  }
}
