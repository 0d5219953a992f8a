package io.jssekeeper.store;

import java.util.Arrays;

/**
 * A heap of entries, each of which knows its position, so that any can be removed in O(log n).
 *
 * <p>Each node has four children, and the keys are adjacent: finding a position then causes a few
 * cache misses rather than some twenty. Adding the newest is O(1). Not thread-safe: guarded by the
 * store's lock.
 */
final class EntryHeap<S> {
  private static final int MIN_CAPACITY = 16;
  private static final int CHILDREN = 4;

  private final SortKey order;
  private Entry<S>[] entries = array(MIN_CAPACITY);

  /** The key of each entry when it was placed. */
  private long[] keys = new long[MIN_CAPACITY];

  private int size;

  EntryHeap(SortKey order) {
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

  /** Allocates memory for one more entry, so that adding it needs none. */
  void reserve() {
    if (size == entries.length) {
      resize(size + (size >> 1) + 1);
    }
  }

  void add(Entry<S> entry) {
    reserve();
    siftUp(size++, entry);
  }

  /** The first entry as far as known, or null. */
  Entry<S> peek() {
    return size == 0 ? null : entries[0];
  }

  /** Moves the first entry to its correct position after its key has grown, if it is this one. */
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

  /** Releases what a burst has left behind, well below the size at which it would grow again. */
  private void shrink() {
    if (entries.length > MIN_CAPACITY && size < entries.length / 4) {
      try {
        resize(Math.max(MIN_CAPACITY, entries.length / 2));
      } catch (OutOfMemoryError e) {
        return; // an oversized array serves as well: removing an entry must not fail
      }
    }
  }

  private void resize(int length) {
    Entry<S>[] newEntries = Arrays.copyOf(entries, length);
    long[] newKeys = Arrays.copyOf(keys, length);
    entries = newEntries;
    keys = newKeys;
  }

  private void siftUp(int from, Entry<S> entry) {
    long key = order.key(entry);
    int place = from;
    while (place > 0) {
      int parent = (place - 1) / CHILDREN;
      if (!isBefore(key, keys[parent])) {
        break;
      }
      put(place, entries[parent], keys[parent]);
      place = parent;
    }
    put(place, entry, key);
  }

  private void siftDown(int from, Entry<S> entry) {
    long key = order.key(entry);
    int place = from;
    int child = firstChild(place);
    while (child < size && isBefore(keys[child], key)) {
      put(place, entries[child], keys[child]);
      place = child;
      child = firstChild(place);
    }
    put(place, entry, key);
  }

  /** The child whose key comes first; a position beyond the end if there is none. */
  private int firstChild(int place) {
    int child = CHILDREN * place + 1;
    int first = child;
    for (int other = child + 1; other <= child + CHILDREN - 1 && other < size; other++) {
      if (isBefore(keys[other], keys[first])) {
        first = other;
      }
    }
    return first;
  }

  /** By difference, since nanosecond times may overflow. */
  private static boolean isBefore(long a, long b) {
    return a - b < 0;
  }

  private void put(int place, Entry<S> entry, long key) {
    entries[place] = entry;
    keys[place] = key;
    order.setPlace(entry, place);
  }
}
