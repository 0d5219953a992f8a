package io.jssekeeper.store;

import io.jssekeeper.clock.LockYield;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sessions that a store holds strongly, as the memory budget sees them. Thread-safe.
 *
 * @param <S> the type of a session
 */
public final class StrongSessions<S> {
  private final ReentrantLock lock;
  private final Entries<S> entries;
  private final Maintenance<S> maintenance;

  StrongSessions(ReentrantLock lock, Entries<S> entries, Maintenance<S> maintenance) {
    this.lock = lock;
    this.entries = entries;
    this.maintenance = maintenance;
  }

  /** How many were last used in that period, by the store's clock. */
  public long countUsed(long after, long upTo) {
    return entries.countStrong(after, upTo);
  }

  /**
   * When the least recently used one was last used, by the store's clock, or an earlier time if
   * that is not known yet; {@code none} if there is none.
   */
  public long oldestUse(long none) {
    maintenance.freshen();
    lock.lock();
    try {
      Entry<S> first = entries.references.orders.firstStrong();
      return first == null ? none : first.queuedUse;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Softens the least recently used one. Returns false if there is none, or if very many have been
   * used since it was last known: each further call gets closer.
   */
  public boolean softenOldest() {
    if (!maintenance.freshen()) {
      return false;
    }
    lock.lock();
    try {
      Entry<S> first = entries.references.orders.firstStrong();
      if (first != null) {
        entries.references.soften(first);
      }
      return first != null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Between two pieces of long work: waits until the threads that wait for the lock have had it.
   */
  public void yieldLock() {
    if (lock.hasQueuedThreads()) {
      new LockYield(lock).yieldLock();
    }
  }

  /** Holds a softly held session strongly, if it is still stored. */
  void harden(Entry<S> entry, S session) {
    lock.lock();
    try {
      if (entries.contains(entry)) {
        entries.references.harden(entry, session);
      }
    } finally {
      lock.unlock();
    }
  }
}
