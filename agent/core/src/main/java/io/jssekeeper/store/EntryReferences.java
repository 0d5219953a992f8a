package io.jssekeeper.store;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;

/**
 * How what is in a store is held: strongly as far as the room grants it, else softly; weakly what
 * can never be resumed. Knows of either who was used least recently.
 *
 * <p>Guarded by the store's lock, but for {@link #holdNew}.
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

  /** Takes all memory that one more entry, or one that is held otherwise, will need here. */
  void reserve() {
    orders.reserve();
  }

  /** Takes the entry into account as it is held. */
  void add(Entry<S> entry) {
    orders.add(entry);
    if (entry.isStrong()) {
      holdMore(entry);
    }
  }

  /** Takes the entry, as it is held, out of account. */
  void remove(Entry<S> entry) {
    orders.remove(entry);
    if (entry.isStrong()) {
      holdLess(entry);
    }
  }

  /** Holds one softly that is held strongly. */
  void soften(Entry<S> entry) {
    Object softly = entry.softly(entry.session(), cleared);
    reserve();
    orders.leaveUse(entry);
    holdLess(entry);
    entry.hold(softly);
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

  /** How many there are that can be resumed. */
  int resumable() {
    return orders.strong() + orders.soft();
  }

  /**
   * Who leaves next for want of room: one that cannot be resumed, else the least recently used;
   * null if there is none, or if one had been used meanwhile, which is nearer to its place now: ask
   * again.
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

  /** An entry that the collector has emptied since, or null. May have left already. */
  Entry<S> pollCleared() {
    Reference<? extends S> reference = cleared.poll();
    @SuppressWarnings("unchecked")
    Entry.Emptied<S> emptied = (Entry.Emptied<S>) reference;
    return emptied == null ? null : emptied.entry();
  }
}
