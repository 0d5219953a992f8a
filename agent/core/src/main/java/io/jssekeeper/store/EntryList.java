package io.jssekeeper.store;

/**
 * A sorted list of entries, linked through the entries themselves; accepts in O(1) what arrives in
 * order, and nothing else.
 *
 * <p>Not thread-safe: guarded by the store's lock.
 */
final class EntryList<S> {
  /**
   * How many entries a new one may pass to reach its place. Births arrive only nearly in order:
   * they are computed from ages in milliseconds, and by many threads concurrently.
   */
  private static final int MAX_PASSED = 16;

  final SortKey order;
  private Entry<S> first;
  private Entry<S> last;
  private int size;

  EntryList(SortKey order) {
    this.order = order;
  }

  int size() {
    return size;
  }

  /** The first entry as far as known, or null. */
  Entry<S> first() {
    return first;
  }

  /** The last entry, or null. */
  Entry<S> last() {
    return last;
  }

  /** Adds an entry that comes after all others. */
  void append(Entry<S> entry) {
    insert(entry, last);
  }

  /** Adds the entry if its place is near the end. Returns whether it did. */
  boolean offer(Entry<S> entry) {
    Entry<S> before = last;
    for (int passed = 0; before != null && order.isBefore(entry, before); passed++) {
      if (passed == MAX_PASSED) {
        return false;
      }
      before = order.previous(before);
    }
    insert(entry, before);
    return true;
  }

  private void insert(Entry<S> entry, Entry<S> before) {
    Entry<S> after = before == null ? first : order.next(before);
    link(before, entry);
    link(entry, after);
    size++;
  }

  /** Removes an entry that is in this list. */
  void remove(Entry<S> entry) {
    link(order.previous(entry), order.next(entry));
    order.setPrevious(entry, null);
    order.setNext(entry, null);
    size--;
  }

  /**
   * Links the two as neighbours; null stands for the position before the first and after the last.
   */
  private void link(Entry<S> before, Entry<S> after) {
    if (before == null) {
      first = after;
    } else {
      order.setNext(before, after);
    }
    if (after == null) {
      last = before;
    } else {
      order.setPrevious(after, before);
    }
  }
}
