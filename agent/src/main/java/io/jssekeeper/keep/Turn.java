package io.jssekeeper.keep;

import io.jssekeeper.store.SessionStore;

/**
 * Finds, of all stores, the one that holds the least recently used session strongly. For one
 * thread.
 */
final class Turn implements Stores.Visitor {
  private static final long NONE = Long.MIN_VALUE;

  private final long now;
  private SessionStore<?> store;
  private long longestUnused = NONE;
  private long nextLongestUnused = NONE;

  Turn(long now) {
    this.now = now;
  }

  @Override
  public void visit(KeptStore kept, SessionStore<?> candidate) {
    long unused = unused(candidate);
    if (unused > longestUnused) {
      nextLongestUnused = longestUnused;
      longestUnused = unused;
      store = candidate;
    } else if (unused > nextLongestUnused) {
      nextLongestUnused = unused;
    }
  }

  /** Nanoseconds for which the store's least recently used has not been used. */
  private long unused(SessionStore<?> candidate) {
    long none = now + 1; // later than any use
    long use = candidate.oldestStrongUse(none);
    return use == none ? NONE : Math.max(0, now - use);
  }

  /** The store, or null if none holds anything strongly. */
  SessionStore<?> store() {
    return store;
  }

  /** Whether it is still this store's turn, as far as the other stores' state is known. */
  boolean isStill(SessionStore<?> candidate) {
    return unused(candidate) >= Math.max(0, nextLongestUnused);
  }
}
