package io.jssekeeper.store;

import io.jssekeeper.clock.Ticker;
import io.jssekeeper.model.RemovalCause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every index and order of one store: an entry is in all that apply to it, or in none.
 *
 * <p>The index may be read at any time; all else is guarded by the store's lock.
 */
final class Entries<S> {
  final StoreLock lock;
  final StoreCounts counts = new StoreCounts();
  final SessionTimeout timeout = new SessionTimeout();
  final EntryIndex<S> byId;
  final EntryHeap<S> byLimit = new EntryHeap<>(SortKey.LIMIT);
  final EntryReferences<S> references;
  final PeerPools<S> pools;
  final RemovalHistory history = new RemovalHistory();

  private final Ticker ticker;
  private final RemovalListener listener;

  Entries(HeapQuota quota, int ticketsPerPeer, Ticker ticker, RemovalListener listener) {
    this.lock = new StoreLock(quota);
    this.byId = new EntryIndex<>(lock);
    this.ticker = ticker;
    this.listener = listener;
    this.references = new EntryReferences<>(quota, lock);
    this.pools = new PeerPools<>(this, ticketsPerPeer);
  }

  /**
   * Inserts the entry. The same session again counts as its use; another one with the same id is
   * replaced. The index comes first, so that it is searched only once: a reader without the lock
   * finds a session that is held, and takes the lock for anything else.
   */
  void put(Entry<S> entry, S session, SessionAttributes attributes, long now) {
    prepare(entry, session);
    Entry<S> old = byId.putIfAbsent(entry);
    if (old == null) {
      add(entry);
    } else if (old.session() == session) {
      addAgain(old, attributes.limitNanos, now);
    } else {
      remove(old, RemovalCause.REPLACED);
      byId.putIfAbsent(entry);
      add(entry);
    }
  }

  /**
   * Allocates everything needed to insert the entry. An entry in one index or order but not in
   * another could never be repaired, so nothing is linked before.
   */
  void prepare(Entry<S> entry, S session) {
    references.holdNew(entry, session);
    byId.reserve();
    byLimit.reserve();
    references.reserve();
  }

  /** Inserts a {@linkplain #prepare prepared} entry whose id no other entry has. */
  void putNew(Entry<S> entry) {
    byId.putIfAbsent(entry);
    add(entry);
  }

  private void add(Entry<S> entry) {
    if (entry.isLimited()) {
      byLimit.add(entry);
    }
    references.add(entry);
    if (entry.use != SessionAttributes.Use.NEVER) {
      counts.countStored();
    }
  }

  /** The session was used, and its peer may have set another limit. */
  void addAgain(Entry<S> entry, long limitNanos, long now) {
    Entry.Limit next = entry.limitOf(limitNanos, now);
    byLimit.reserve();
    entry.touch(now);
    byLimit.remove(entry);
    entry.limit(next);
    if (entry.isLimited()) {
      byLimit.add(entry);
    }
  }

  void limit(Entry<S> entry, long nanos) {
    Entry.Limit next = entry.limitAt(nanos);
    byLimit.reserve();
    byLimit.remove(entry);
    entry.limit(next);
    byLimit.add(entry);
  }

  /** An expired entry, or null. */
  Entry<S> firstExpired(long now) {
    Entry<S> first = references.orders.oldest();
    if (first == null || !timeout.isOver(first, now)) {
      first = byLimit.peek();
    }
    return first != null && timeout.isOver(first, now) ? first : null;
  }

  boolean isOver(Entry<S> entry, long now) {
    return timeout.isOver(entry, now);
  }

  boolean contains(Entry<S> entry) {
    return byId.contains(entry);
  }

  /** Removes the entry from everything. Returns false if it had already left. */
  boolean remove(Entry<S> entry, RemovalCause cause) {
    if (!byId.remove(entry)) {
      return false;
    }
    byLimit.remove(entry);
    references.remove(entry);
    pools.leave(entry);
    // The session itself has long left the processor's caches: it is touched only if wanted.
    boolean wanted = listener.isWanted();
    S session = wanted ? entry.session() : null;
    entry.dropReference();
    if (entry.use != SessionAttributes.Use.NEVER) {
      counts.removed(cause);
      noteRemoval(entry, cause);
      if (wanted) {
        notifyListener(entry, session, cause);
      }
    }
    return true;
  }

  private void noteRemoval(Entry<S> entry, RemovalCause cause) {
    history.note(entry.hash, cause);
    if (entry.peer != null) {
      history.note(entry.peer.hashCode(), cause);
      for (FurtherLinks.Link<S> link = entry.further; link != null; link = link.next) {
        history.note(link.peer.hashCode(), cause);
      }
    }
  }

  private void notifyListener(Entry<S> entry, S session, RemovalCause cause) {
    listener.removed(session, entry.peer, cause, ticker.nanos() - entry.birthNanos);
  }

  /**
   * Removes the ticket with that id from everything; null if it is not a ticket, or no longer
   * valid.
   */
  S pull(Object id, long now) {
    Entry<S> entry = byId.get(id);
    if (entry == null || entry.use != SessionAttributes.Use.ONCE) {
      return null;
    }
    S session = live(entry, now);
    remove(entry, RemovalCause.PULLED);
    return session;
  }

  /** Removes the entry from everything; null if it is taken, not resumable, or no longer valid. */
  S takeOut(Object id, long now) {
    Entry<S> entry = byId.get(id);
    if (entry == null || entry.taken || entry.use == SessionAttributes.Use.NEVER) {
      return null;
    }
    S session = live(entry, now);
    remove(entry, RemovalCause.PULLED);
    return session;
  }

  /** The session if it is still valid; if not, the entry leaves. */
  S live(Entry<S> entry, long now) {
    S session = entry.session();
    if (session != null && !timeout.isOver(entry, now)) {
      return session;
    }
    remove(entry, session == null ? RemovalCause.COLLECTED : RemovalCause.EXPIRED);
    return null;
  }

  /**
   * Without the lock.
   *
   * @param most how many at most, resumable ones first; 0 is no limit
   */
  Map<Object, S> copyOfLive(long now, int most) {
    List<Entry<S>> entries = byId.entries();
    Map<Object, S> copy = new HashMap<>();
    for (int round = 0; round < 2; round++) {
      for (Entry<S> entry : entries) {
        S session = entry.session();
        boolean wanted = (entry.use == SessionAttributes.Use.NEVER) == (round == 1);
        boolean fits = most == 0 || copy.size() < most;
        if (wanted && fits && session != null && !timeout.isOver(entry, now)) {
          copy.put(entry.id, session);
        }
      }
    }
    return copy;
  }

  /** Without the lock. */
  List<S> copyOfResumable() {
    List<Entry<S>> entries = byId.entries();
    entries.sort(ByArrival.FIRST);
    List<S> copy = new ArrayList<>();
    for (Entry<S> entry : entries) {
      S session = entry.session();
      if (session != null && entry.use != SessionAttributes.Use.NEVER && !entry.taken) {
        copy.add(session);
      }
    }
    return copy;
  }

  /** Without the lock. */
  long countStrong(long usedAfter, long usedUpTo) {
    long count = 0;
    for (Entry<S> entry : byId.entries()) {
      long used = entry.used();
      count += entry.isStrong() && used - usedAfter > 0 && used - usedUpTo <= 0 ? 1 : 0;
    }
    return count;
  }

  /** Removes up to that many entries cleared by the collector. Returns how many there were. */
  int drainCleared(int most) {
    for (int drained = 0; drained < most; drained++) {
      Entry<S> entry = references.pollCleared();
      if (entry == null) {
        return drained;
      }
      // One that was made strong again, or has left, no longer depends on its old reference.
      if (entry.session() == null) {
        remove(entry, RemovalCause.COLLECTED);
      }
    }
    return most;
  }

  /**
   * What is remembered of an id or a peer. An invalid entry that is still stored, because a look-up
   * does not wait for its removal, counts as gone.
   */
  RemovalHistory.Answer recall(Object idOrPeer, long now) {
    PeerBackoffs.Backoff backoff = pools.backoffs.of(idOrPeer);
    if (backoff != null && backoff.isInForce()) {
      return RemovalHistory.Answer.SET_ASIDE;
    }
    Entry<S> entry = byId.get(idOrPeer);
    PeerPool<S> pool = entry == null ? pools.byPeer.get(idOrPeer) : null;
    if (pool != null) {
      if (pool.isEmpty()) {
        return RemovalHistory.Answer.left(
            RemovalCause.PULLED); // its tickets are taken, and about to be used
      }
      entry = pool.reusable();
    }
    RemovalCause cause = entry == null ? null : causeToLeave(entry, now);
    return cause == null ? history.recall(idOrPeer) : RemovalHistory.Answer.left(cause);
  }

  /** Null if the entry is still valid, or never was resumable. */
  private RemovalCause causeToLeave(Entry<S> entry, long now) {
    if (entry.use == SessionAttributes.Use.NEVER) {
      return null;
    }
    if (entry.session() == null) {
      return RemovalCause.COLLECTED;
    }
    return timeout.isOver(entry, now) ? RemovalCause.EXPIRED : null;
  }

  private enum ByArrival implements Comparator<Entry<?>> {
    FIRST;

    @Override
    public int compare(Entry<?> one, Entry<?> other) {
      return Integer.compare(one.arrival, other.arrival);
    }
  }
}
