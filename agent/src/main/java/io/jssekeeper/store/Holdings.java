package io.jssekeeper.store;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * How what is in a store is held: strongly as far as the room grants it, else softly; weakly what
 * can never be resumed. Knows of either who was used least recently.
 *
 * <p>Guarded by the store's lock, but for {@link #holdNew}.
 */
final class Holdings<S> {
  final EntryQueue<S> strong = new EntryQueue<>(Order.USE);
  final EntryQueue<S> soft = new EntryQueue<>(Order.USE);

  private final ReferenceQueue<S> cleared = new ReferenceQueue<>();
  private final StrongRoom room;

  Holdings(StrongRoom room) {
    this.room = room;
  }

  /** Holds the session of an entry that nobody else knows yet. */
  void holdNew(Entry<S> entry, S session) {
    if (entry.use == Traits.Use.NEVER) {
      entry.holdWeakly(session, cleared);
    } else if (room.fits(entry.bytes)) {
      entry.holdStrongly(session);
    } else {
      entry.holdSoftly(session, cleared);
    }
  }

  /** Takes the entry into account as it is held. */
  void add(Entry<S> entry) {
    if (entry.isStrong()) {
      addStrong(entry);
    } else if (entry.isSoft()) {
      soft.add(entry);
    }
  }

  /** Takes the entry, as it is held, out of account. */
  void remove(Entry<S> entry) {
    if (entry.isStrong()) {
      removeStrong(entry);
    } else if (entry.isSoft()) {
      soft.remove(entry);
    }
  }

  void soften(Entry<S> entry) {
    S session = entry.session();
    removeStrong(entry);
    entry.holdSoftly(session, cleared);
    soft.add(entry);
  }

  void harden(Entry<S> entry, S session) {
    if (entry.isSoft()) {
      soft.remove(entry);
      entry.holdStrongly(session);
      addStrong(entry);
    }
  }

  private void addStrong(Entry<S> entry) {
    strong.add(entry);
    room.changed(entry.bytes + entry.shared.hold());
  }

  private void removeStrong(Entry<S> entry) {
    strong.remove(entry);
    room.changed(-entry.bytes - entry.shared.letGo());
  }

  /** How many there are that count against the capacity: what can be resumed. */
  int resumable() {
    return strong.size() + soft.size();
  }

  /**
   * The least recently used of what can be resumed; null if there is none, or if one had been used
   * meanwhile, which is nearer to its place now: ask again.
   */
  Entry<S> leastRecentlyUsed() {
    if (!strong.freshen(1) || !soft.freshen(1)) {
      return null;
    }
    Entry<S> a = strong.peek();
    Entry<S> b = soft.peek();
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return Order.USE.isBefore(a, b) ? a : b;
  }

  /** An entry that the collector has emptied since, or null. May have left already. */
  Entry<S> pollCleared() {
    Reference<? extends S> reference = cleared.poll();
    @SuppressWarnings("unchecked")
    Entry.Emptied<S> emptied = (Entry.Emptied<S>) reference;
    return emptied == null ? null : emptied.entry();
  }
}
