package io.jssekeeper.store;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every index and order of one store: an entry is in all that it belongs to, or in none.
 *
 * <p>The two maps may be read at any time; all else is guarded by the store's lock.
 */
final class Shelves<S> {
  final Map<Object, Entry<S>> byId = new ConcurrentHashMap<>();
  final Map<String, Pool<S>> byPeer = new ConcurrentHashMap<>();
  final EntryHeap<S> byBirth = new EntryHeap<>(Order.BIRTH);
  final EntryHeap<S> byLimit = new EntryHeap<>(Order.LIMIT);
  final EntryHeap<S> strong = new EntryHeap<>(Order.USE);
  final EntryHeap<S> soft = new EntryHeap<>(Order.USE);
  final Departures departures = new Departures();

  private final ReferenceQueue<S> cleared = new ReferenceQueue<>();
  private final StrongRoom room;
  private final StoreCounts counts;
  private final Lifetime lifetime;
  private final int ticketsPerPeer;

  Shelves(StrongRoom room, StoreCounts counts, Lifetime lifetime, int ticketsPerPeer) {
    this.room = room;
    this.counts = counts;
    this.lifetime = lifetime;
    this.ticketsPerPeer = ticketsPerPeer;
  }

  /** Adds the entry; to the map last, since that is read without the lock. */
  void add(Entry<S> entry, S session) {
    byBirth.add(entry);
    if (entry.isLimited()) {
      byLimit.add(entry);
    }
    if (entry.use == Traits.Use.NEVER) {
      entry.holdWeakly(session, cleared);
    } else {
      counts.cameIn();
      hold(entry, session);
    }
    byId.put(entry.id, entry);
  }

  /** The same session again: it is used, and its peer may have set another limit. */
  void addAgain(Entry<S> entry, Traits traits, long now) {
    entry.touch(now);
    byLimit.remove(entry);
    entry.limit(traits, now);
    if (entry.isLimited()) {
      byLimit.add(entry);
    }
  }

  /** An entry whose time is over, or null. */
  Entry<S> firstExpired(long now) {
    Entry<S> first = byBirth.first();
    if (first == null || !lifetime.isOver(first, now)) {
      first = byLimit.first();
    }
    return first != null && lifetime.isOver(first, now) ? first : null;
  }

  private void hold(Entry<S> entry, S session) {
    if (room.fits(entry.bytes)) {
      holdStrongly(entry, session);
    } else {
      entry.holdSoftly(session, cleared);
      soft.add(entry);
    }
  }

  private void holdStrongly(Entry<S> entry, S session) {
    entry.holdStrongly(session);
    strong.add(entry);
    room.changed(entry.bytes + entry.shared.hold());
  }

  private boolean leaveStrong(Entry<S> entry) {
    boolean wasStrong = strong.remove(entry);
    if (wasStrong) {
      room.changed(-entry.bytes - entry.shared.letGo());
    }
    return wasStrong;
  }

  boolean contains(Entry<S> entry) {
    return byId.get(entry.id) == entry;
  }

  /** Takes the entry out of everything. Returns false if it had left already. */
  boolean remove(Entry<S> entry, RemovalCause cause) {
    if (!byId.remove(entry.id, entry)) {
      return false;
    }
    byBirth.remove(entry);
    byLimit.remove(entry);
    if (!leaveStrong(entry)) {
      soft.remove(entry);
    }
    leavePeer(entry);
    entry.letGo();
    if (entry.use != Traits.Use.NEVER) {
      counts.removed(cause);
      noteDeparture(entry, cause);
    }
    return true;
  }

  private void noteDeparture(Entry<S> entry, RemovalCause cause) {
    departures.note(entry.id, cause);
    if (entry.peer != null) {
      departures.note(entry.peer, cause);
    }
  }

  private void leavePeer(Entry<S> entry) {
    Pool<S> pool = entry.peer == null ? null : byPeer.get(entry.peer);
    if (pool != null) {
      pool.remove(entry);
      if (pool.isEmpty()) {
        byPeer.remove(entry.peer);
      }
    }
  }

  /** Makes the entry one that can be resumed with that peer, if it can be at all. */
  void link(Entry<S> entry, String peer) {
    if (entry.use == Traits.Use.NEVER) {
      departures.noteNothingResumable(peer);
      return;
    }
    entry.peer = peer;
    Pool<S> pool = poolOf(peer);
    boolean isTicket = entry.use == Traits.Use.ONCE;
    Entry<S> superseded = isTicket ? pool.addTicket(entry) : pool.setReusable(entry);
    if (superseded != null) {
      remove(superseded, RemovalCause.REPLACED);
    }
    evictTicketsOver(pool);
  }

  private void evictTicketsOver(Pool<S> pool) {
    while (pool.tickets() > ticketsPerPeer) {
      remove(pool.oldestTicket(), RemovalCause.EVICTED);
    }
  }

  /**
   * The reusable session of that peer if it is still good, else the oldest ticket that is, which
   * nobody else gets; null if there is none.
   */
  S take(String peer, long now) {
    Pool<S> pool = byPeer.get(peer);
    while (pool != null && pool.next() != null) {
      Entry<S> next = pool.next();
      S session = live(next, now);
      if (session != null) {
        pool.handOut(next);
        next.touch(now);
        return session;
      }
    }
    return null;
  }

  /** Takes the ticket of that id out of everything; null if it is none, or no good any more. */
  S pull(Object id, long now) {
    Entry<S> entry = byId.get(id);
    if (entry == null || entry.use != Traits.Use.ONCE) {
      return null;
    }
    S session = live(entry, now);
    remove(entry, RemovalCause.PULLED);
    return session;
  }

  /** The session if it is still good; if it is not, the entry leaves. */
  S live(Entry<S> entry, long now) {
    S session = entry.session();
    if (session != null && !lifetime.isOver(entry, now)) {
      return session;
    }
    remove(entry, session == null ? RemovalCause.COLLECTED : RemovalCause.EXPIRED);
    return null;
  }

  void giveBack(Entry<S> ticket) {
    Pool<S> pool = poolOf(ticket.peer);
    pool.giveBack(ticket);
    evictTicketsOver(pool);
  }

  private Pool<S> poolOf(String peer) {
    Pool<S> pool = byPeer.get(peer);
    if (pool == null) {
      pool = new Pool<>();
      byPeer.put(peer, pool);
    }
    return pool;
  }

  /** Without the lock. */
  Map<Object, S> copyOfLive(long now) {
    Map<Object, S> copy = new HashMap<>();
    for (Entry<S> entry : byId.values()) {
      S session = entry.session();
      if (session != null && !lifetime.isOver(entry, now)) {
        copy.put(entry.id, session);
      }
    }
    return copy;
  }

  /** Without the lock. */
  List<S> copyOfResumable() {
    List<S> copy = new ArrayList<>();
    for (Entry<S> entry : byId.values()) {
      S session = entry.session();
      if (session != null && entry.use != Traits.Use.NEVER && !entry.taken) {
        copy.add(session);
      }
    }
    return copy;
  }

  /** How many there are that count against the capacity: what can be resumed. */
  int resumable() {
    return strong.size() + soft.size();
  }

  /** The least recently used of what can be resumed, or null. */
  Entry<S> leastRecentlyUsed() {
    Entry<S> a = strong.first();
    Entry<S> b = soft.first();
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.queuedUse - b.queuedUse < 0 ? a : b;
  }

  void soften(Entry<S> entry) {
    S session = entry.session();
    leaveStrong(entry);
    entry.holdSoftly(session, cleared);
    soft.add(entry);
  }

  void harden(Entry<S> entry, S session) {
    if (soft.remove(entry)) {
      holdStrongly(entry, session);
    }
  }

  /** Removes up to so many entries that the collector has emptied. Returns how many there were. */
  int drainCleared(int most) {
    int drained = 0;
    while (drained < most) {
      Reference<? extends S> reference = cleared.poll();
      if (reference == null) {
        break;
      }
      drained++;
      removeEmptied(reference);
    }
    return drained;
  }

  private void removeEmptied(Reference<? extends S> reference) {
    @SuppressWarnings("unchecked")
    Entry<S> entry = ((Entry.Emptied<S>) reference).entry();
    // An entry that was made strong again, or has left, has nothing to do with its old reference.
    if (entry.session() == null) {
      remove(entry, RemovalCause.COLLECTED);
    }
  }
}
