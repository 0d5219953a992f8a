package io.jssekeeper.store;

/**
 * The entries of one store in order of creation, and the resumable ones in order of use, separately
 * for strongly and softly held ones. Entries that cannot be resumed are in order of arrival.
 *
 * <p>Nearly all sessions of a server arrive in order and are never used: for these both orders are
 * the same, and one list is enough ({@link Entry#fresh}). An entry that turns out to have been
 * used, or is held softly, moves to orders of its own. Guarded by the store's lock.
 */
final class EntryOrders<S> {
  final EntryList<S> fresh = new EntryList<>(SortKey.BIRTH);
  final EntryQueue<S> byBirth = new EntryQueue<>(SortKey.BIRTH);
  final EntryQueue<S> strong = new EntryQueue<>(SortKey.USE);
  final EntryQueue<S> soft = new EntryQueue<>(SortKey.USE);

  /** By their first use, which stored them; later ones do not matter. */
  final EntryQueue<S> weak = new EntryQueue<>(SortKey.USE);

  /** How many there are. */
  int size() {
    return fresh.size() + byBirth.size();
  }

  int strong() {
    return fresh.size() + strong.size();
  }

  int soft() {
    return soft.size();
  }

  /**
   * Allocates memory for one more entry in each order, so that adding one, or holding one
   * differently, needs none.
   */
  void reserve() {
    byBirth.reserve();
    strong.reserve();
    soft.reserve();
    weak.reserve();
  }

  void add(Entry<S> entry) {
    if (entry.isStrong() && isLatest(entry)) {
      entry.fresh = true;
      fresh.append(entry);
    } else {
      byBirth.add(entry);
      joinUse(entry);
    }
  }

  private boolean isLatest(Entry<S> entry) {
    Entry<S> last = fresh.last();
    return last == null
        || (!SortKey.BIRTH.isBefore(entry, last) && !SortKey.USE.isBefore(entry, last));
  }

  void remove(Entry<S> entry) {
    if (entry.fresh) {
      removeFresh(entry);
    } else {
      byBirth.remove(entry);
      leaveUse(entry);
    }
  }

  private void removeFresh(Entry<S> entry) {
    fresh.remove(entry);
    entry.fresh = false;
  }

  /**
   * The entry is about to be held differently, and memory for that is {@linkplain #reserve
   * reserved}.
   */
  void leaveUse(Entry<S> entry) {
    if (entry.fresh) {
      removeFresh(entry);
      byBirth.add(entry);
    } else if (entry.isStrong()) {
      strong.remove(entry);
    } else if (entry.isSoft()) {
      soft.remove(entry);
    } else {
      weak.remove(entry);
    }
  }

  /** From now on the entry is held as it is. */
  void joinUse(Entry<S> entry) {
    if (entry.isStrong()) {
      strong.add(entry);
    } else if (entry.isSoft()) {
      soft.add(entry);
    } else {
      weak.add(entry);
    }
  }

  /** The oldest, or null. */
  Entry<S> oldest() {
    return SortKey.BIRTH.first(fresh.first(), byBirth.peek());
  }

  /** The least recently used of the strongly held ones as far as known, or null. */
  Entry<S> firstStrong() {
    return SortKey.USE.first(fresh.first(), strong.peek());
  }

  /** The oldest of those that cannot be resumed, or null. */
  Entry<S> firstWeak() {
    return weak.peek();
  }

  /** The least recently used of the softly held ones as far as known, or null. */
  Entry<S> firstSoft() {
    return soft.peek();
  }

  /**
   * Moves up to that many of the strongly held ones to their current positions. Returns whether the
   * first one is known.
   */
  boolean freshenStrong(int most) {
    for (int step = 0; step < most; step++) {
      reserve(); // before its key changes: it is in the wrong place from then on
      Entry<S> first = firstStrong();
      if (first == null || !SortKey.USE.isStale(first)) {
        return true;
      }
      if (first.fresh) {
        removeFresh(first);
        byBirth.add(first);
        strong.add(first);
      } else {
        strong.moveFirst(first);
      }
    }
    return false;
  }

  boolean freshenSoft(int most) {
    return soft.freshen(most);
  }
}
