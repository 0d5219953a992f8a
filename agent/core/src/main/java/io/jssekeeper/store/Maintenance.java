package io.jssekeeper.store;

import io.jssekeeper.clock.LockYield;
import io.jssekeeper.clock.Ticker;
import io.jssekeeper.model.RemovalCause;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Removes what has to leave a store, one batch per hold of its lock, so that no thread waits long
 * for it.
 *
 * <p>Thread-safe. Takes the lock itself, unless stated otherwise.
 */
final class Maintenance<S> {
  /** How many entries one batch moves or removes at most: some 20 microseconds of work. */
  static final int BATCH_SIZE = 64;

  /**
   * How many entries a put moves or removes at most in one hold of the lock: more than it adds, so
   * that the backlog shrinks, but few, since others may be waiting.
   */
  static final int BATCH_SIZE_OF_PUT = 8;

  /** How many batches a put does at most for the capacity, so that no handshake waits long. */
  private static final int MAX_BATCHES_OF_PUT = 6;

  private final ReentrantLock lock;
  private final Entries<S> entries;
  private final SessionTimeout timeout;
  private final Ticker ticker;
  private volatile int capacity;

  Maintenance(ReentrantLock lock, Entries<S> entries, SessionTimeout timeout, Ticker ticker) {
    this.lock = lock;
    this.entries = entries;
    this.timeout = timeout;
    this.ticker = ticker;
  }

  /** The maximum number of entries; 0 is no limit. */
  int capacity() {
    return capacity;
  }

  void setCapacity(int sessions) {
    capacity = sessions;
    evictAll();
  }

  /** Removes what has expired by the old timeout before the new one applies. */
  void setTimeout(int seconds) {
    LockYield lockYield = new LockYield(lock);
    boolean more = true;
    while (more) {
      lock.lock();
      try {
        more = clear(ticker.nanos(), BATCH_SIZE);
        if (!more) {
          timeout.setTimeout(seconds);
        }
      } finally {
        lock.unlock();
      }
      lockYield.yieldLock();
    }
  }

  /** Removes everything that has to go. */
  void sweep() {
    LockYield lockYield = new LockYield(lock);
    boolean more = true;
    while (more) {
      lock.lock();
      try {
        more = clear(ticker.nanos(), BATCH_SIZE);
      } finally {
        lock.unlock();
      }
      lockYield.yieldLock();
    }
    evictAll();
  }

  /**
   * Continues what {@link #evictBatch} has begun after a put, as far as a handshake can wait for
   * it. Does not yield to others, such as a sweep, which yields to it.
   */
  void evictSome() {
    boolean more = true;
    for (int batch = 0; more && batch < MAX_BATCHES_OF_PUT; batch++) {
      more = clearAndEvictBatch(BATCH_SIZE_OF_PUT);
    }
  }

  private void evictAll() {
    boolean more;
    lock.lock();
    try {
      more = evictBatch(ticker.nanos(), BATCH_SIZE);
    } finally {
      lock.unlock();
    }
    LockYield lockYield = new LockYield(lock);
    while (more) {
      lockYield.yieldLock();
      more = clearAndEvictBatch(BATCH_SIZE);
    }
  }

  private boolean clearAndEvictBatch(int steps) {
    lock.lock();
    try {
      return clearAndEvict(ticker.nanos(), steps);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Finds the least recently used of the strongly held ones, if a handshake can wait for that.
   * Returns whether it is known.
   */
  boolean freshen() {
    boolean known = false;
    for (int batch = 0; !known && batch < MAX_BATCHES_OF_PUT; batch++) {
      lock.lock();
      try {
        known = entries.references.orders.freshenStrong(BATCH_SIZE);
      } finally {
        lock.unlock();
      }
    }
    return known;
  }

  /** Removes cleared and expired entries. Returns whether there are more. Under the lock. */
  private boolean clear(long now, int steps) {
    int done = entries.drainCleared(steps);
    while (done < steps) {
      Entry<S> expired = entries.firstExpired(now);
      if (expired == null) {
        return false;
      }
      entries.remove(expired, RemovalCause.EXPIRED);
      done++;
    }
    return true;
  }

  /**
   * Evicts entries beyond the capacity, after removing what has to go anyway. Returns whether there
   * is more. Under the lock.
   */
  boolean evictBatch(long now, int steps) {
    return isOverCapacity() && clearAndEvict(now, steps);
  }

  private boolean clearAndEvict(long now, int steps) {
    if (clear(now, steps)) {
      return true;
    }
    for (int step = 0; step < steps && isOverCapacity(); step++) {
      Entry<S> least = entries.references.leastWorth();
      if (least != null) {
        entries.remove(least, RemovalCause.EVICTED);
      }
    }
    return isOverCapacity();
  }

  private boolean isOverCapacity() {
    int limit = capacity;
    return limit > 0 && entries.references.orders.size() > limit;
  }
}
