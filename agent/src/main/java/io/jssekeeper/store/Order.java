package io.jssekeeper.store;

/** What a heap of entries is ordered by, and where an entry remembers its place in it. */
enum Order {
  /** By the time of the full handshake: what expires first comes first, whatever the timeout is. */
  BIRTH {
    @Override
    long key(Entry<?> entry) {
      return entry.birthNanos;
    }

    @Override
    int place(Entry<?> entry) {
      return entry.placeByBirth;
    }

    @Override
    void setPlace(Entry<?> entry, int place) {
      entry.placeByBirth = place;
    }

    @Override
    boolean isStale(Entry<?> entry) {
      return false;
    }
  },

  /** By the end that the peer has set. */
  LIMIT {
    @Override
    long key(Entry<?> entry) {
      return entry.limitNanos();
    }

    @Override
    int place(Entry<?> entry) {
      return entry.placeByLimit;
    }

    @Override
    void setPlace(Entry<?> entry, int place) {
      entry.placeByLimit = place;
    }

    @Override
    boolean isStale(Entry<?> entry) {
      return false;
    }
  },

  /**
   * By the last use. A use only stamps the entry, without a lock; the heap takes the stamp over
   * when the entry comes first. Since a stamp only grows, an entry that is first with its stamp
   * taken over is the least recently used.
   */
  USE {
    @Override
    long key(Entry<?> entry) {
      return entry.queuedUse;
    }

    @Override
    int place(Entry<?> entry) {
      return entry.placeByUse;
    }

    @Override
    void setPlace(Entry<?> entry, int place) {
      entry.placeByUse = place;
    }

    @Override
    boolean isStale(Entry<?> entry) {
      long used = entry.used();
      boolean stale = used - entry.queuedUse > 0;
      entry.queuedUse = used;
      return stale;
    }
  };

  abstract long key(Entry<?> entry);

  abstract int place(Entry<?> entry);

  abstract void setPlace(Entry<?> entry, int place);

  /** Brings the entry's key up to date; true if it has grown. */
  abstract boolean isStale(Entry<?> entry);
}
