package io.jssekeeper.contexts;

import io.jssekeeper.store.SessionStore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much heap sessions may hold strongly over all contexts; the least recently used beyond it are
 * held softly.
 *
 * <p>Softly held sessions go before an {@code OutOfMemoryError} comes, so sessions never bring one
 * nearer. Thread-safe; one thread at a time settles, the others pass by.
 */
public final class MemoryBudget {
  /** Enough for a million sessions that were all used since. */
  private static final int MAX_ROUNDS = 4096;

  private volatile long limitBytes;
  private final AtomicLong strongBytes = new AtomicLong();
  private final AtomicBoolean settling = new AtomicBoolean();
  private volatile ContextRegistry stores;

  /**
   * @param limitBytes 0 or more; at 0 every session is held softly, as JSSE does
   */
  public MemoryBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  public long limitBytes() {
    return limitBytes;
  }

  /** Takes effect with the next sweep, and upwards with the next use of a session. */
  public void limitTo(long bytes) {
    limitBytes = bytes;
  }

  /** What sessions hold strongly now, estimated, in bytes. */
  public long strongBytes() {
    return strongBytes.get();
  }

  void over(ContextRegistry stores) {
    this.stores = stores;
  }

  void changed(long bytes) {
    strongBytes.addAndGet(bytes);
  }

  /** Settles, however much there is to do for it: not on a handshake's thread. */
  void settleWhole() {
    for (int round = 0; isExceeded() && round < MAX_ROUNDS; round++) {
      settle();
    }
  }

  void settle() {
    while (isExceeded() && settling.compareAndSet(false, true)) {
      boolean softened;
      try {
        softened = softenLeastRecentlyUsed();
      } finally {
        settling.set(false);
      }
      if (!softened) {
        return;
      }
    }
  }

  private boolean isExceeded() {
    return strongBytes.get() > limitBytes;
  }

  /**
   * Softens in the store whose turn it is, until the budget is kept or another store's turn comes.
   */
  private boolean softenLeastRecentlyUsed() {
    EvictionCandidate turn = new EvictionCandidate();
    for (OpenContext context : stores.alive()) {
      SessionStore<?> candidate = context.store();
      if (candidate != null) {
        turn.consider(candidate);
      }
    }
    SessionStore<?> store = turn.store();
    if (store == null) {
      return false;
    }
    do {
      if (!store.strong().softenOldest()) {
        return false;
      }
    } while (isExceeded() && turn.isStill(store));
    return true;
  }
}
