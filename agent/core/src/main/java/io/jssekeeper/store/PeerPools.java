package io.jssekeeper.store;

import io.jssekeeper.model.RemovalCause;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The pools of one store, by peer.
 *
 * <p>The map may be read at any time; everything else is guarded by the store's lock.
 */
final class PeerPools<S> {
  /**
   * A power of two. With more peers than that, some share their counts, which costs a ticket at
   * most.
   */
  private static final int ENDINGS = 16;

  final Map<String, PeerPool<S>> byPeer = new ConcurrentHashMap<>();

  final PeerBackoffs backoffs = new PeerBackoffs();

  private final Entries<S> entries;
  private final FurtherLinks<S> further = new FurtherLinks<>();
  private volatile int ticketsPerPeer;
  private int arrivals;
  private final int[] endings = new int[ENDINGS];

  PeerPools(Entries<S> entries, int ticketsPerPeer) {
    this.entries = entries;
    this.ticketsPerPeer = ticketsPerPeer;
  }

  /** Takes effect when a peer's next ticket arrives. */
  void keepTicketsPerPeer(int tickets) {
    ticketsPerPeer = tickets;
  }

  /** How many tickets have arrived so far. */
  int arrivals() {
    return arrivals;
  }

  int nextArrival() {
    return ++arrivals;
  }

  /** Makes the entry resumable with that peer, if it is resumable at all. */
  void link(Entry<S> entry, String peer) {
    if (entry.use == SessionAttributes.Use.NEVER) {
      entries.history.noteNothingResumable(peer);
      return;
    }
    PeerPool<S> pool = withRoom(peer);
    entry.peer = peer;
    if (entry.use == SessionAttributes.Use.ONCE) {
      entry.arrival = nextArrival();
    }
    join(entry, pool, peer);
  }

  private void join(Entry<S> entry, PeerPool<S> pool, String peer) {
    if (entry.use == SessionAttributes.Use.ONCE) {
      pool.add(entry);
      while (pool.tickets() > ticketsPerPeer) {
        entries.history.noteFull(peer);
        unlink(pool.oldestTicket(), peer, RemovalCause.EVICTED);
      }
      return;
    }
    Entry<S> superseded = pool.setReusable(entry);
    if (superseded != null) {
      unlink(superseded, peer, RemovalCause.REPLACED);
    }
  }

  /**
   * Makes the entry resumable with one more peer. Nothing else is resumable with that one from then
   * on.
   *
   * @param most the maximum number of such links; beyond that the oldest leave
   */
  void linkFurther(Entry<S> entry, String peer, int most) {
    if (entry.peer == null || entry.isOf(peer)) {
      clearBut(entry, peer);
      if (entry.peer == null) {
        link(entry, peer);
      }
      return;
    }
    FurtherLinks.Link<S> link = new FurtherLinks.Link<>(entry, peer);
    clearBut(entry, peer);
    PeerPool<S> pool = withRoom(peer);
    further.add(link);
    join(entry, pool, peer);
    while (further.size() > most) {
      FurtherLinks.Link<S> eldest = further.eldest();
      unlink(eldest.entry, eldest.peer, RemovalCause.EVICTED);
    }
  }

  private void clearBut(Entry<S> spared, String peer) {
    for (Entry<S> other : entriesOf(peer)) {
      if (other != spared) {
        unlink(other, peer, RemovalCause.REPLACED);
      }
    }
  }

  private List<Entry<S>> entriesOf(String peer) {
    PeerPool<S> pool = byPeer.get(peer);
    return pool == null ? Collections.emptyList() : pool.entries();
  }

  /** The entry can no longer be resumed with that peer, and leaves if there is no other. */
  void unlink(Entry<S> entry, String peer, RemovalCause cause) {
    if (entry.further == null) {
      entries.remove(entry, cause);
      return;
    }
    leave(entry, peer);
    if (peer.equals(entry.peer)) {
      further.promote(entry);
    } else {
      further.remove(entry, peer);
    }
    entries.history.note(peer.hashCode(), cause);
  }

  /** Removes everything resumable with that peer. */
  void clear(String peer, RemovalCause cause) {
    for (Entry<S> entry : entriesOf(peer)) {
      unlink(entry, peer, cause);
    }
  }

  /** Removes everything of that peer for good: taken tickets do not come back either. */
  void end(String peer) {
    endings[endingsOf(peer)]++;
    clear(peer, RemovalCause.INVALIDATED);
  }

  /** How often everything of that peer, or of one that shares its count, was ended. */
  int endings(String peer) {
    return endings[endingsOf(peer)];
  }

  private static int endingsOf(String peer) {
    return peer.hashCode() & (ENDINGS - 1);
  }

  /**
   * The next to resume with that peer, among those that fit and are still valid. A ticket is not
   * for other connections then. Null if there is none, or if the next handshake with the peer must
   * be full.
   */
  Entry<S> take(String peer, Predicate<? super S> fits, long now) {
    PeerBackoffs.Backoff backoff = backoffs.of(peer);
    if (backoff == null) {
      return takeAnyway(peer, fits, now);
    }
    Entry<S> next = backoff.isInForce() ? null : takeAnyway(peer, fits, now);
    if (next != null) {
      backoff.offeredOnce();
    }
    return next;
  }

  /** As {@link #take}, whatever offers to that peer have failed. */
  Entry<S> takeAnyway(String peer, Predicate<? super S> fits, long now) {
    PeerPool<S> pool = byPeer.get(peer);
    Entry<S> next;
    while (pool != null && (next = pool.next(fits)) != null) {
      if (entries.live(next, now) != null) {
        pool.handOut(next);
        if (next.taken) {
          leaveOthersThan(peer, next);
        }
        next.touch(now);
        return next;
      }
    }
    return null;
  }

  private void leaveOthersThan(String peer, Entry<S> ticket) {
    while (ticket.further != null) {
      String other = peer.equals(ticket.peer) ? ticket.further.peer : ticket.peer;
      unlink(ticket, other, RemovalCause.PULLED);
    }
  }

  /**
   * What would be taken next, without taking it. A ticket goes behind the others then, unless it is
   * doubtful, so that the next call shows a different one.
   */
  Entry<S> show(String peer, long now) {
    PeerPool<S> pool = byPeer.get(peer);
    Entry<S> next;
    while (pool != null && (next = pool.next(Any.SESSION)) != null) {
      if (entries.live(next, now) != null) {
        if (pool.isOneOfSeveral(next)) {
          standLast(next);
        }
        next.touch(now);
        return next;
      }
    }
    return null;
  }

  private void standLast(Entry<S> ticket) {
    int last = nextArrival();
    byPeer.get(ticket.peer).standAt(last, ticket);
    for (FurtherLinks.Link<S> link = ticket.further; link != null; link = link.next) {
      byPeer.get(link.peer).standAt(last, ticket);
    }
  }

  private static final class Any implements Predicate<Object> {
    static final Any SESSION = new Any();

    @Override
    public boolean test(Object session) {
      return true;
    }
  }

  /**
   * An offer to that peer has failed. Its remaining tickets are doubtful; those that already were
   * leave.
   *
   * @param begunNanos when that handshake began
   * @param certain false if this side closed it
   */
  void offerFailed(String peer, long begunNanos, long now, boolean certain) {
    PeerPool<S> pool = byPeer.get(peer);
    if (!backoffs.at(peer).failedAgain(begunNanos, now, certain) || pool == null) {
      return;
    }
    for (Entry<S> doubtful : pool.doubtful()) {
      entries.remove(doubtful, RemovalCause.INVALIDATED);
    }
    pool.doubt(arrivals);
  }

  /**
   * Puts a taken ticket back.
   *
   * @param pool its peer's, {@linkplain #withRoom with room}
   */
  void giveBack(Entry<S> ticket, PeerPool<S> pool) {
    join(ticket, pool, ticket.peer);
  }

  /** The peer's pool, created if necessary, with memory for one more entry. */
  PeerPool<S> withRoom(String peer) {
    PeerPool<S> pool = byPeer.get(peer);
    if (pool != null) {
      pool.reserve();
      return pool;
    }
    pool = new PeerPool<>();
    try {
      byPeer.put(peer, pool);
    } catch (OutOfMemoryError e) {
      byPeer.remove(peer); // a map may contain it even if it fails to grow
      throw e;
    }
    return pool;
  }

  /** The entry leaves the store, but still knows its peers. */
  void leave(Entry<S> entry) {
    if (entry.peer != null) {
      leave(entry, entry.peer);
    }
    for (FurtherLinks.Link<S> link = entry.further; link != null; link = link.next) {
      leave(entry, link.peer);
      further.forget(link);
    }
  }

  private void leave(Entry<S> entry, String peer) {
    PeerPool<S> pool = byPeer.get(peer);
    if (pool != null) {
      pool.remove(entry);
      if (pool.isEmpty()) {
        byPeer.remove(peer);
      }
    }
  }
}
