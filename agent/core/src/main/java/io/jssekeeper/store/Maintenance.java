package io.jssekeeper.store;

import io.jssekeeper.clock.LockYield;
import io.jssekeeper.clock.Ticker;
import io.jssekeeper.model.RemovalCause;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a store clears away, a batch under each hold of its lock, so that no thread waits long for
 * it.
 *
 * <p>Thread-safe. Takes the lock itself, except where it says otherwise.
 */
final class Maintenance<S> {
  /** How many entries one stride moves or removes at most: some 20 microseconds of work. */
  static final int STEPS = 64;

  /**
   * How many entries a put moves or removes at most under one hold of the lock: more than it
   * brings, so that what is left behind gets less, and few, since others may wait for it.
   */
  static final int STEPS_OF_PUT = 8;

  /** How many strides a put takes at most for the capacity, so that no handshake waits for long. */
  private static final int OF_PUT = 6;

  private final ReentrantLock lock;
  private final Entries<S> shelves;
  private final SessionTimeout lifetime;
  private final Ticker ticker;
  private volatile int capacity;

  Maintenance(ReentrantLock lock, Entries<S> shelves, SessionTimeout lifetime, Ticker ticker) {
    this.lock = lock;
    this.shelves = shelves;
    this.lifetime = lifetime;
    this.ticker = ticker;
  }

  /** How many may be in; 0 is no limit. */
  int capacity() {
    return capacity;
  }

  void setCapacity(int sessions) {
    capacity = sessions;
    evictAll();
  }

  /** Removes what is over by the timeout so far before another one holds. */
  void setTimeout(int seconds) {
    LockYield pace = new LockYield(lock);
    boolean more = true;
    while (more) {
      lock.lock();
      try {
        more = clear(ticker.nanos(), STEPS);
        if (!more) {
          lifetime.setTimeout(seconds);
        }
      } finally {
        lock.unlock();
      }
      pace.yieldLock();
    }
  }

  /** Removes all that has to go. */
  void sweep() {
    LockYield pace = new LockYield(lock);
    boolean more = true;
    while (more) {
      lock.lock();
      try {
        more = clear(ticker.nanos(), STEPS);
      } finally {
        lock.unlock();
      }
      pace.yieldLock();
    }
    evictAll();
  }

  /**
   * Goes on with what {@link #evictStride} has begun after a put, as far as a handshake can wait
   * for it. It does not wait for others, who may be a sweep: that waits for it.
   */
  void evictSome() {
    boolean more = true;
    for (int stride = 0; more && stride < OF_PUT; stride++) {
      more = goOn(STEPS_OF_PUT);
    }
  }

  private void evictAll() {
    boolean more;
    lock.lock();
    try {
      more = evictStride(ticker.nanos(), STEPS);
    } finally {
      lock.unlock();
    }
    LockYield pace = new LockYield(lock);
    while (more) {
      pace.yieldLock();
      more = goOn(STEPS);
    }
  }

  private boolean goOn(int steps) {
    lock.lock();
    try {
      return clearAndEvict(ticker.nanos(), steps);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Finds the least recently used of the strongly held, if a handshake can wait for that. Returns
   * whether it is known.
   */
  boolean freshen() {
    boolean known = false;
    for (int stride = 0; !known && stride < OF_PUT; stride++) {
      lock.lock();
      try {
        known = shelves.holdings.orders.freshenStrong(STEPS);
      } finally {
        lock.unlock();
      }
    }
    return known;
  }

  /**
   * Removes what the collector has emptied and what has expired. Returns whether there is more.
   * Under the lock.
   */
  private boolean clear(long now, int steps) {
    int done = shelves.drainCleared(steps);
    while (done < steps) {
      Entry<S> expired = shelves.firstExpired(now);
      if (expired == null) {
        return false;
      }
      shelves.remove(expired, RemovalCause.EXPIRED);
      done++;
    }
    return true;
  }

  /**
   * Evicts what is over the capacity; before that, what has to go anyway. Returns whether there is
   * more. Under the lock.
   */
  boolean evictStride(long now, int steps) {
    return isOverCapacity() && clearAndEvict(now, steps);
  }

  private boolean clearAndEvict(long now, int steps) {
    if (clear(now, steps)) {
      return true;
    }
    for (int step = 0; step < steps && isOverCapacity(); step++) {
      Entry<S> least = shelves.holdings.leastWorth();
      if (least != null) {
        shelves.remove(least, RemovalCause.EVICTED);
      }
    }
    return isOverCapacity();
  }

  private boolean isOverCapacity() {
    int limit = capacity;
    return limit > 0 && shelves.holdings.orders.size() > limit;
  }
}
