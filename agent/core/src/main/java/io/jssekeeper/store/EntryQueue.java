package io.jssekeeper.store;

/**
 * Entries in one order, first ones first: a list of those that arrived in order, which nearly all
 * do, and a heap of the rest.
 *
 * <p>Adding and removing costs O(1) in the list and O(log n) in the heap. An entry is in one of the
 * two, and its heap position says which. Not thread-safe: guarded by the store's lock.
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

  /** Allocates memory for one more entry, so that adding it needs none. */
  void reserve() {
    heap.reserve();
  }

  void add(Entry<S> entry) {
    if (!list.offer(entry)) {
      heap.add(entry);
    }
  }

  /** Removes an entry that is in this queue. */
  void remove(Entry<S> entry) {
    if (!heap.remove(entry)) {
      list.remove(entry);
    }
  }

  /** The first entry as far as known, or null. */
  Entry<S> peek() {
    return order.first(list.first(), heap.peek());
  }

  /**
   * Moves up to that many entries to their current positions; as many as were used since may have
   * to move. Returns whether the first one is known.
   */
  boolean freshen(int most) {
    for (int step = 0; step < most; step++) {
      reserve(); // before its key changes: it is in the wrong place from then on
      Entry<S> first = peek();
      if (first == null || !order.isStale(first)) {
        return true;
      }
      moveFirst(first);
    }
    return false;
  }

  /**
   * Moves the first entry to its position after its key has grown, which happens only once memory
   * for that was {@linkplain #reserve reserved}.
   */
  void moveFirst(Entry<S> first) {
    if (!heap.sinkFirst(first)) {
      list.remove(first);
      add(first);
    }
  }
}
