package io.jssekeeper.store;

/**
 * What a store clears away, a stride under each hold of its lock, so that nobody waits long for it.
 *
 * <p>Guarded by the store's lock, but for the capacity.
 */
final class Strides<S> {
  /** How many entries one stride moves or removes at most. */
  static final int STEPS = 64;

  /** How many strides a put takes at most for the capacity, so that no handshake waits for long. */
  static final int OF_PUT = 4;

  private final Shelves<S> shelves;
  private final Ticker ticker;
  private volatile int capacity;

  Strides(Shelves<S> shelves, Ticker ticker) {
    this.shelves = shelves;
    this.ticker = ticker;
  }

  /** How many that can be resumed may be in; 0 is no limit. */
  int capacity() {
    return capacity;
  }

  void setCapacity(int sessions) {
    capacity = sessions;
  }

  /** Removes what the collector has emptied and what has expired. Returns whether there is more. */
  boolean sweep() {
    long now = ticker.nanos();
    int done = shelves.drainCleared(STEPS);
    Entry<S> expired = shelves.firstExpired(now);
    while (done < STEPS && expired != null) {
      shelves.remove(expired, RemovalCause.EXPIRED);
      done++;
      expired = shelves.firstExpired(now);
    }
    return done == STEPS;
  }

  /**
   * Evicts what is over the capacity; before that, what has to go anyway. Returns whether there is
   * more.
   */
  boolean evict() {
    if (!isOverCapacity()) {
      return false;
    }
    if (sweep()) {
      return true;
    }
    for (int step = 0; step < STEPS && isOverCapacity(); step++) {
      if (shelves.strong.freshen(1) && shelves.soft.freshen(1)) {
        shelves.remove(shelves.leastRecentlyUsed(), RemovalCause.EVICTED);
      }
    }
    return isOverCapacity();
  }

  /** Finds the least recently used of the strongly held. Returns whether there is more to do. */
  boolean freshen() {
    return !shelves.strong.freshen(STEPS);
  }

  private boolean isOverCapacity() {
    int limit = capacity;
    return limit > 0 && shelves.resumable() > limit;
  }
}
