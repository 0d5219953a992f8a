package io.jssekeeper.store;

import java.util.Arrays;

/**
 * A binary heap of entries, each of which knows its place, so that any can be removed in O(log n).
 *
 * <p>Adding the newest, which is the usual case, is O(1). Not thread-safe: guarded by the store's
 * lock.
 */
final class EntryHeap<S> {
  private static final int SMALLEST = 16;

  private final Order order;
  private Entry<S>[] entries = array(SMALLEST);
  private int size;

  EntryHeap(Order order) {
    this.order = order;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <S> Entry<S>[] array(int length) {
    return new Entry[length];
  }

  int size() {
    return size;
  }

  boolean contains(Entry<S> entry) {
    int place = order.place(entry);
    return place >= 0 && place < size && entries[place] == entry;
  }

  void add(Entry<S> entry) {
    if (size == entries.length) {
      entries = Arrays.copyOf(entries, size + (size >> 1) + 1);
    }
    siftUp(size++, entry);
  }

  /** The entry that comes first as far as is known, or null. */
  Entry<S> peek() {
    return size == 0 ? null : entries[0];
  }

  /** Brings the first entry to where it belongs now that its key has grown, if it is this one. */
  boolean sinkFirst(Entry<S> entry) {
    boolean isFirst = size > 0 && entries[0] == entry;
    if (isFirst) {
      siftDown(0, entry);
    }
    return isFirst;
  }

  /** Removes the entry, if it is in here. */
  boolean remove(Entry<S> entry) {
    if (!contains(entry)) {
      return false;
    }
    int hole = order.place(entry);
    order.setPlace(entry, Entry.NOWHERE);
    Entry<S> last = entries[--size];
    entries[size] = null;
    if (last != entry) {
      refill(hole, last);
    }
    shrink();
    return true;
  }

  private void refill(int hole, Entry<S> entry) {
    siftDown(hole, entry);
    if (entries[hole] == entry) {
      siftUp(hole, entry);
    }
  }

  /** Gives back what a burst has left behind, well below the size at which it would grow again. */
  private void shrink() {
    if (entries.length > SMALLEST && size < entries.length / 4) {
      entries = Arrays.copyOf(entries, Math.max(SMALLEST, entries.length / 2));
    }
  }

  private void siftUp(int from, Entry<S> entry) {
    int place = from;
    while (place > 0) {
      int parent = (place - 1) >>> 1;
      if (!order.isBefore(entry, entries[parent])) {
        break;
      }
      put(place, entries[parent]);
      place = parent;
    }
    put(place, entry);
  }

  private void siftDown(int from, Entry<S> entry) {
    int place = from;
    int firstLeaf = size >>> 1;
    while (place < firstLeaf) {
      int child = firstChild(place);
      if (!order.isBefore(entries[child], entry)) {
        break;
      }
      put(place, entries[child]);
      place = child;
    }
    put(place, entry);
  }

  private int firstChild(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    return right < size && order.isBefore(entries[right], entries[left]) ? right : left;
  }

  private void put(int place, Entry<S> entry) {
    entries[place] = entry;
    order.setPlace(entry, place);
  }
}
