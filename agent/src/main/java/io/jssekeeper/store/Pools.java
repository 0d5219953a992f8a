package io.jssekeeper.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * The pools of one store, by peer.
 *
 * <p>The map may be read at any time; all else is guarded by the store's lock.
 */
final class Pools<S> {
  /** A power of two. More peers than that share their counts, which costs a ticket at most. */
  private static final int ENDINGS = 16;

  final Map<String, Pool<S>> byPeer = new ConcurrentHashMap<>();

  final Setbacks setbacks = new Setbacks();

  private final Shelves<S> shelves;
  private volatile int ticketsPerPeer;
  private int arrivals;
  private final int[] endings = new int[ENDINGS];

  Pools(Shelves<S> shelves, int ticketsPerPeer) {
    this.shelves = shelves;
    this.ticketsPerPeer = ticketsPerPeer;
  }

  /** Takes effect for a peer with its next ticket. */
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

  /** Makes the entry one that can be resumed with that peer, if it can be at all. */
  void link(Entry<S> entry, String peer) {
    if (entry.use == Traits.Use.NEVER) {
      shelves.departures.noteNothingResumable(peer);
      return;
    }
    Pool<S> pool = withRoom(peer);
    entry.peer = peer;
    if (entry.use == Traits.Use.ONCE) {
      entry.arrival = nextArrival();
      pool.add(entry);
      evictTicketsOver(pool);
      return;
    }
    Entry<S> superseded = pool.setReusable(entry);
    if (superseded != null) {
      shelves.remove(superseded, RemovalCause.REPLACED);
    }
  }

  private void evictTicketsOver(Pool<S> pool) {
    while (pool.tickets() > ticketsPerPeer) {
      shelves.departures.noteFull(pool.oldestTicket().peer);
      shelves.remove(pool.oldestTicket(), RemovalCause.EVICTED);
    }
  }

  /** Removes all that can be resumed with that peer. */
  void clear(String peer, RemovalCause cause) {
    Pool<S> pool = byPeer.get(peer);
    if (pool != null) {
      for (Entry<S> entry : pool.entries()) {
        shelves.remove(entry, cause);
      }
    }
  }

  /** Removes all of that peer for good: what is taken now does not come back either. */
  void end(String peer) {
    endings[endingsOf(peer)]++;
    clear(peer, RemovalCause.INVALIDATED);
  }

  /** How often all of that peer was ended, or of another one. */
  int endings(String peer) {
    return endings[endingsOf(peer)];
  }

  private static int endingsOf(String peer) {
    return peer.hashCode() & (ENDINGS - 1);
  }

  /**
   * What is to be resumed next with that peer, of what fits and is still good. A ticket is for
   * nobody else then. Null if there is none, or if the peer is to be met in full first.
   */
  Entry<S> take(String peer, Predicate<? super S> fits, long now) {
    Setback setback = setbacks.of(peer);
    if (setback == null) {
      return takeAnyway(peer, fits, now);
    }
    Entry<S> next = setback.isInForce() ? null : takeAnyway(peer, fits, now);
    if (next != null) {
      setback.tried();
    }
    return next;
  }

  /** As {@link #take}, whatever has come to nothing with that peer. */
  Entry<S> takeAnyway(String peer, Predicate<? super S> fits, long now) {
    Pool<S> pool = byPeer.get(peer);
    Entry<S> next;
    while (pool != null && (next = pool.next(fits)) != null) {
      if (shelves.live(next, now) != null) {
        pool.handOut(next);
        next.touch(now);
        return next;
      }
    }
    return null;
  }

  /**
   * What was offered to that peer came to nothing. The tickets that are left of it are doubtful;
   * those that were so before leave.
   *
   * @param begunNanos when that handshake began
   * @param certain false if this side closed it
   */
  void cameToNothing(String peer, long begunNanos, long now, boolean certain) {
    Pool<S> pool = byPeer.get(peer);
    if (!setbacks.at(peer).again(begunNanos, now, certain) || pool == null) {
      return;
    }
    for (Entry<S> doubtful : pool.doubtful()) {
      shelves.remove(doubtful, RemovalCause.INVALIDATED);
    }
    pool.doubt(arrivals);
  }

  /**
   * Puts a taken ticket back.
   *
   * @param pool that of its peer, {@linkplain #withRoom with room}
   */
  void giveBack(Entry<S> ticket, Pool<S> pool) {
    pool.add(ticket);
    evictTicketsOver(pool);
  }

  /** The peer's pool, made if there is none, with the memory for one more. */
  Pool<S> withRoom(String peer) {
    Pool<S> pool = byPeer.get(peer);
    if (pool != null) {
      pool.reserve();
      return pool;
    }
    pool = new Pool<>();
    try {
      byPeer.put(peer, pool);
    } catch (OutOfMemoryError e) {
      byPeer.remove(peer); // a map may have it in when it fails to grow
      throw e;
    }
    return pool;
  }

  void leave(Entry<S> entry) {
    Pool<S> pool = entry.peer == null ? null : byPeer.get(entry.peer);
    if (pool != null) {
      pool.remove(entry);
      if (pool.isEmpty()) {
        byPeer.remove(entry.peer);
      }
    }
  }
}
