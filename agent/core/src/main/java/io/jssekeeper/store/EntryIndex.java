package io.jssekeeper.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Finds entries by session id: a hash table whose bins are chains linked through the entries.
 *
 * <p>Read at any time, changed under the store's lock. With one writer at a time nothing needs to
 * be swapped atomically, an entry needs no node, and its hash is computed once. {@code
 * it/bench/store-cost} prints what that saves.
 *
 * <p>The table grows by one bin at a time (linear hashing, W. Litwin, 1980), so that no put ever
 * waits for a full rehash. A reader that finds nothing while a bin is being split asks again under
 * the lock. A chain is as long as the number of ids with the same hash: a server chooses its own
 * ids, and a client keeps only one session with an id that its peer chose.
 */
final class EntryIndex<S> {
  private static final int MIN_BINS = 16;
  private static final int MAX_BINS = 1 << 30;

  /**
   * Few entries share a bin: passing one on the way to another causes a cache miss, which takes
   * longer than everything else. Still less memory than a map's nodes.
   */
  private static final int BINS_PER_ENTRY = 4;

  private static final VarHandle BIN = MethodHandles.arrayElementVarHandle(Entry[].class);

  private final ReentrantLock lock;
  private final AtomicInteger size = new AtomicInteger();

  /** The first entry of each bin; no shorter than there are bins, but perhaps longer. */
  private volatile Entry<S>[] table = table(MIN_BINS);

  /** Read before the table. */
  private volatile int bins = MIN_BINS;

  /** Odd while a bin is being split. */
  private volatile int moves;

  /**
   * @param lock the store's
   */
  EntryIndex(ReentrantLock lock) {
    this.lock = lock;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <S> Entry<S>[] table(int length) {
    return new Entry[length];
  }

  int size() {
    return size.get();
  }

  /** The entry with that id, or null. */
  Entry<S> get(Object id) {
    int hash = id.hashCode();
    int before = moves;
    Entry<S> found = find(id, hash);
    return found == null && hasMoved(before) ? getLocked(id, hash) : found;
  }

  private boolean hasMoved(int before) {
    return (before & 1) != 0 || moves != before;
  }

  private Entry<S> getLocked(Object id, int hash) {
    lock.lock();
    try {
      return find(id, hash);
    } finally {
      lock.unlock();
    }
  }

  private Entry<S> find(Object id, int hash) {
    int bin = binOf(hash, bins);
    Entry<S> entry = first(table, bin);
    while (entry != null && !entry.hasId(id, hash)) {
      entry = entry.nextInBin();
    }
    return entry;
  }

  /** Allocates memory for one more entry, so that inserting it needs none. */
  void reserve() {
    if (needsSplit(size.get() + 1)) {
      roomFor(bins);
    }
  }

  private boolean needsSplit(int entries) {
    return entries * BINS_PER_ENTRY > bins && bins < MAX_BINS;
  }

  /**
   * Inserts the entry if there is none with the same id. Returns the existing one, or null. It goes
   * to the end of its chain: mostly the oldest entries leave, and so are found first.
   */
  Entry<S> putIfAbsent(Entry<S> entry) {
    reserve();
    Entry<S>[] t = table;
    int bin = binOf(entry.hash, bins);
    Entry<S> last = null;
    for (Entry<S> next = first(t, bin); next != null; next = next.nextInBin()) {
      if (next.hasId(entry.id, entry.hash)) {
        return next;
      }
      last = next;
    }
    link(t, bin, last, entry);
    entry.indexed = true;
    int now = size.get() + 1;
    size.lazySet(now);
    if (needsSplit(now)) {
      split();
    }
    return null;
  }

  /** Links one behind the other in a bin; null stands for the bin itself, and for its end. */
  private static <S> void link(Entry<S>[] table, int bin, Entry<S> before, Entry<S> entry) {
    if (before == null) {
      BIN.setRelease(table, bin, entry);
    } else {
      before.setNextInBin(entry);
    }
  }

  /** Removes exactly this entry, not another with the same id. Returns whether it was present. */
  boolean remove(Entry<S> entry) {
    if (!entry.indexed) {
      return false;
    }
    Entry<S>[] t = table;
    int bin = binOf(entry.hash, bins);
    Entry<S> before = null;
    for (Entry<S> at = first(t, bin); at != entry; at = at.nextInBin()) {
      before = at;
    }
    link(t, bin, before, entry.nextInBin());
    // The entry keeps its own link, for readers that are passing through it.
    entry.indexed = false;
    size.lazySet(size.get() - 1);
    return true;
  }

  /** Under the store's lock. */
  boolean contains(Entry<S> entry) {
    return entry.indexed;
  }

  /** A copy of the current entries: may be requested at any time, and blocks no thread for long. */
  List<Entry<S>> entries() {
    List<Entry<S>> copy = new ArrayList<>(size());
    int before = moves;
    for (int bin = 0; bin < bins; bin++) {
      copyBin(bin, copy);
    }
    return hasMoved(before) ? distinct(copy) : copy;
  }

  /** Entries split off go to a later bin, which is visited later: nothing is missed. */
  private void copyBin(int bin, List<Entry<S>> copy) {
    int start = copy.size();
    int before = moves;
    copyChain(bin, copy);
    if (hasMoved(before)) {
      copy.subList(start, copy.size()).clear();
      lock.lock();
      try {
        copyChain(bin, copy);
      } finally {
        lock.unlock();
      }
    }
  }

  private void copyChain(int bin, List<Entry<S>> copy) {
    for (Entry<S> entry = first(table, bin); entry != null; entry = entry.nextInBin()) {
      copy.add(entry);
    }
  }

  private List<Entry<S>> distinct(List<Entry<S>> copy) {
    Map<Entry<S>, Boolean> seen = new IdentityHashMap<>(copy.size());
    List<Entry<S>> once = new ArrayList<>(copy.size());
    for (Entry<S> entry : copy) {
      if (seen.put(entry, Boolean.TRUE) == null) {
        once.add(entry);
      }
    }
    return once;
  }

  /** Moves about half of one bin to a new one. */
  private void split() {
    int added = bins;
    int from = added - Integer.highestOneBit(added);
    Entry<S>[] t = roomFor(added);
    moves++;
    Entry<S> lastStaying = null;
    Entry<S> lastMoving = null;
    for (Entry<S> entry = first(t, from); entry != null; entry = entry.nextInBin()) {
      if (binOf(entry.hash, added + 1) == added) {
        link(t, added, lastMoving, entry);
        lastMoving = entry;
      } else {
        link(t, from, lastStaying, entry);
        lastStaying = entry;
      }
    }
    link(t, added, lastMoving, null);
    link(t, from, lastStaying, null);
    bins = added + 1;
    moves++;
  }

  /** Makes the table longer if necessary; readers switch to the new one at any time. */
  private Entry<S>[] roomFor(int bin) {
    Entry<S>[] t = table;
    if (bin == t.length) {
      t = Arrays.copyOf(t, 2 * t.length);
      table = t;
    }
    return t;
  }

  private static int binOf(int hash, int bins) {
    int half = Integer.highestOneBit(bins);
    int bin = (hash ^ (hash >>> 16)) & (2 * half - 1);
    return bin < bins ? bin : bin - half;
  }

  @SuppressWarnings("unchecked")
  private static <S> Entry<S> first(Entry<S>[] table, int bin) {
    return (Entry<S>) BIN.getAcquire(table, bin);
  }

  /**
   * The fields that the {@link EntryIndex} reads of each entry it passes. As fields of a superclass
   * they are adjacent: passing an entry then causes one cache miss.
   */
  abstract static class Indexed<S> {
    /** Writes without a fence: the index explains what readers make of it. */
    @SuppressWarnings("rawtypes")
    private static final AtomicReferenceFieldUpdater<Indexed, Entry> NEXT_IN_BIN =
        AtomicReferenceFieldUpdater.newUpdater(Indexed.class, Entry.class, "nextInBin");

    final Object id;
    final int hash;

    /** The next in the same bin, whose id may differ. */
    private volatile Entry<S> nextInBin;

    /** Whether it is in the index. Guarded by the store's lock. */
    boolean indexed;

    Indexed(Object id, int hash) {
      this.id = id;
      this.hash = hash;
    }

    boolean hasId(Object other, int itsHash) {
      return hash == itsHash && (id == other || id.equals(other));
    }

    Entry<S> nextInBin() {
      return nextInBin;
    }

    void setNextInBin(Entry<S> next) {
      NEXT_IN_BIN.lazySet(this, next);
    }
  }
}
