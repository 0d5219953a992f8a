package io.jssekeeper.store;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * How entries are held: strongly as far as the quota permits, else softly; entries that can never
 * be resumed weakly. Knows the least recently used of each kind.
 *
 * <p>Guarded by the store's lock, except for {@link #holdNew}.
 */
final class EntryReferences<S> {
  final EntryOrders<S> orders = new EntryOrders<>();

  private final ReferenceQueue<S> cleared = new ReferenceQueue<>();
  private final HeapQuota quota;
  private final StoreLock lock;

  EntryReferences(HeapQuota quota, StoreLock lock) {
    this.quota = quota;
    this.lock = lock;
  }

  /** Holds the session of an entry that is not yet visible to others. */
  void holdNew(Entry<S> entry, S session) {
    if (entry.use == SessionAttributes.Use.NEVER) {
      entry.holdWeakly(session, cleared);
    } else if (quota.fits(entry.bytes)) {
      entry.holdStrongly(session);
    } else {
      entry.holdSoftly(session, cleared);
    }
  }

  /** Allocates all memory that one more entry, or one held differently, will need here. */
  void reserve() {
    orders.reserve();
  }

  /** Adds the entry to the accounts, as it is held. */
  void add(Entry<S> entry) {
    orders.add(entry);
    if (entry.isStrong()) {
      holdMore(entry);
    }
  }

  /** Removes the entry, as it is held, from the accounts. */
  void remove(Entry<S> entry) {
    orders.remove(entry);
    if (entry.isStrong()) {
      holdLess(entry);
    }
  }

  /** Holds softly an entry that is held strongly. */
  void soften(Entry<S> entry) {
    Object softly = entry.softly(entry.session(), cleared);
    reserve();
    orders.leaveUse(entry);
    holdLess(entry);
    entry.holdSoftly(softly);
    orders.joinUse(entry);
  }

  void harden(Entry<S> entry, S session) {
    if (entry.isSoft()) {
      reserve();
      orders.leaveUse(entry);
      entry.holdStrongly(session);
      holdMore(entry);
      orders.joinUse(entry);
    }
  }

  private void holdMore(Entry<S> entry) {
    lock.changed(entry.bytes + entry.shared.hold());
  }

  private void holdLess(Entry<S> entry) {
    lock.changed(-entry.bytes - entry.shared.release());
  }

  /** The number of resumable entries. */
  int resumable() {
    return orders.strong() + orders.soft();
  }

  /**
   * The next to leave for lack of room: one that cannot be resumed, else the least recently used;
   * null if there is none, or if that one had been used meanwhile, and has moved nearer to its
   * position: ask again.
   */
  Entry<S> leastWorth() {
    Entry<S> weak = orders.firstWeak();
    if (weak != null) {
      return weak;
    }
    if (!orders.freshenStrong(1) || !orders.freshenSoft(1)) {
      return null;
    }
    return SortKey.USE.first(orders.firstStrong(), orders.firstSoft());
  }

  /** An entry cleared by the collector since, or null. It may have left already. */
  Entry<S> pollCleared() {
    Reference<? extends S> reference = cleared.poll();
    @SuppressWarnings("unchecked")
    Entry.Emptied<S> emptied = (Entry.Emptied<S>) reference;
    return emptied == null ? null : emptied.entry();
  }
}
