package io.jssekeeper.store;

/**
 * The key by which entries are ordered, and where an entry stores its place in that order.
 *
 * <p>The constants have no bodies: calls that the compiler can inline cost half.
 */
enum SortKey {
  /**
   * By the time of the full handshake: the first to expire comes first, whatever the timeout is.
   */
  BIRTH,

  /** By the limit set by the peer. Has no {@linkplain EntryList list}. */
  LIMIT,

  /**
   * By the last use. A use only stamps the entry, without a lock; the order picks up the stamp when
   * the entry comes first. Since stamps only grow, an entry that is first with its stamp picked up
   * is the least recently used.
   */
  USE;

  /** A time in nanoseconds, to be compared by difference, since it may overflow. */
  long key(Entry<?> entry) {
    if (this == USE) {
      return entry.queuedUse;
    }
    return this == BIRTH ? entry.birthNanos : entry.limitNanos();
  }

  boolean isBefore(Entry<?> a, Entry<?> b) {
    return key(a) - key(b) < 0;
  }

  /** The one that comes first; null stands for none. */
  <S> Entry<S> first(Entry<S> a, Entry<S> b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return isBefore(b, a) ? b : a;
  }

  /** Updates the entry's key; true if it has grown. */
  boolean isStale(Entry<?> entry) {
    if (this != USE) {
      return false;
    }
    long used = entry.used();
    boolean stale = used - entry.queuedUse > 0;
    entry.queuedUse = used;
    return stale;
  }

  int place(Entry<?> entry) {
    if (this == USE) {
      return entry.placeByUse;
    }
    return this == BIRTH ? entry.placeByBirth : entry.placeByLimit();
  }

  void setPlace(Entry<?> entry, int place) {
    if (this == USE) {
      entry.placeByUse = place;
    } else if (this == BIRTH) {
      entry.placeByBirth = place;
    } else {
      entry.setPlaceByLimit(place);
    }
  }

  <S> Entry<S> previous(Entry<S> entry) {
    return this == USE ? entry.previousByUse : entry.previousByBirth;
  }

  <S> void setPrevious(Entry<S> entry, Entry<S> previous) {
    if (this == USE) {
      entry.previousByUse = previous;
    } else {
      entry.previousByBirth = previous;
    }
  }

  <S> Entry<S> next(Entry<S> entry) {
    return this == USE ? entry.nextByUse : entry.nextByBirth;
  }

  <S> void setNext(Entry<S> entry, Entry<S> next) {
    if (this == USE) {
      entry.nextByUse = next;
    } else {
      entry.nextByBirth = next;
    }
  }
}
