package io.jssekeeper.store;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;

/**
 * What the {@link EntryIndex} reads of each entry that it passes. As fields of a superclass these
 * lie side by side: to pass an entry then misses the processor's cache once.
 */
abstract class IndexedEntry<S> {
  /** Writes without a fence: the index says what readers make of it. */
  @SuppressWarnings("rawtypes")
  private static final AtomicReferenceFieldUpdater<IndexedEntry, Entry> NEXT_IN_BIN =
      AtomicReferenceFieldUpdater.newUpdater(IndexedEntry.class, Entry.class, "nextInBin");

  final Object id;
  final int hash;

  /** The next in the same bin, whose id need not be like this one's. */
  private volatile Entry<S> nextInBin;

  /** Whether it is in the index. Guarded by the store's lock. */
  boolean indexed;

  IndexedEntry(Object id, int hash) {
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
