package io.jssekeeper.store;

/**
 * The entries of one store in order of creation, and the resumable ones in order of use, strongly
 * and softly held apart. Entries that cannot be resumed stand in their order of arrival.
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

  /** By the use that brought them in; later ones do not matter. */
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
   * Takes the memory for one more entry in each order, so that to add one, or to hold one
   * otherwise, takes none.
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

  /** Is about to be held otherwise, and memory for that is {@linkplain #reserve reserved}. */
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

  /** Is held as it is from now on. */
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

  /** The least recently used of the strongly held as far as is known, or null. */
  Entry<S> firstStrong() {
    return SortKey.USE.first(fresh.first(), strong.peek());
  }

  /** The one that came first of those that cannot be resumed, or null. */
  Entry<S> firstWeak() {
    return weak.peek();
  }

  /** The least recently used of the softly held as far as is known, or null. */
  Entry<S> firstSoft() {
    return soft.peek();
  }

  /**
   * Brings up to so many of the strongly held to where they belong by now. Returns whether the one
   * that comes first is known.
   */
  boolean freshenStrong(int most) {
    for (int step = 0; step < most; step++) {
      reserve(); // before its key changes: it stands wrong from then on
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
