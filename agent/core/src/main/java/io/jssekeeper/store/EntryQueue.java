package io.jssekeeper.store;

/**
 * Entries in one order, first things first: a list of what arrived in order, which nearly all does,
 * and a heap of the rest.
 *
 * <p>Adding and removing costs O(1) in the list and O(log n) in the heap. An entry is in one of the
 * two, and its place in the heap says in which. Not thread-safe: guarded by the store's lock.
 */
final class EntryQueue<S> {
  final SortKey order;
  final EntryList<S> list;
  final EntryHeap<S> heap;

  EntryQueue(SortKey order) {
    this.order = order;
    this.list = new EntryList<>(order);
    this.heap = new EntryHeap<>(order);
  }

  int size() {
    return list.size() + heap.size();
  }

  /** Takes the memory for one more entry, so that to add it takes none. */
  void reserve() {
    heap.reserve();
  }

  void add(Entry<S> entry) {
    if (!list.offer(entry)) {
      heap.add(entry);
    }
  }

  /** Takes out an entry that is in this queue. */
  void remove(Entry<S> entry) {
    if (!heap.remove(entry)) {
      list.remove(entry);
    }
  }

  /** The entry that comes first as far as is known, or null. */
  Entry<S> peek() {
    return order.first(list.first(), heap.peek());
  }

  /**
   * Brings up to so many entries to where they belong by now; as many as were used since then may
   * have to be. Returns whether the one that comes first is known.
   */
  boolean freshen(int most) {
    for (int step = 0; step < most; step++) {
      reserve(); // before its key changes: it stands wrong from then on
      Entry<S> first = peek();
      if (first == null || !order.isStale(first)) {
        return true;
      }
      moveFirst(first);
    }
    return false;
  }

  /**
   * Brings the entry that comes first to where it belongs now that its key has grown, which was not
   * before memory for that was {@linkplain #reserve reserved}.
   */
  void moveFirst(Entry<S> first) {
    if (!heap.sinkFirst(first)) {
      list.remove(first);
      add(first);
    }
  }
}
