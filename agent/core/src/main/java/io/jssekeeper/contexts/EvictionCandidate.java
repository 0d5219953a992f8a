package io.jssekeeper.contexts;

import io.jssekeeper.store.SessionStore;

/**
 * Finds, of all stores, the one that holds the least recently used session strongly. Asks no clock:
 * the stores' stamps, which are of one clock, are compared with one another only. For one thread.
 */
final class EvictionCandidate {
  /** A stamp that stands for none; one session with this very stamp would be passed over. */
  private static final long NONE = Long.MIN_VALUE + 1;

  private SessionStore<?> store;
  private long oldestUse = NONE;
  private long nextOldestUse = NONE;

  /** One more to choose from. */
  void consider(SessionStore<?> candidate) {
    long use = candidate.strong().oldestUse(NONE);
    if (use == NONE) {
      return;
    }
    if (isBefore(use, oldestUse)) {
      nextOldestUse = oldestUse;
      oldestUse = use;
      store = candidate;
    } else if (isBefore(use, nextOldestUse)) {
      nextOldestUse = use;
    }
  }

  /** By difference, since nanosecond times may overflow. */
  private static boolean isBefore(long use, long other) {
    return other == NONE || use - other < 0;
  }

  /** The store, or null if none holds anything strongly. */
  SessionStore<?> store() {
    return store;
  }

  /** Whether it is still this store's turn, as far as the other stores' state is known. */
  boolean isStill(SessionStore<?> candidate) {
    long use = candidate.strong().oldestUse(NONE);
    return use != NONE && (nextOldestUse == NONE || use - nextOldestUse <= 0);
  }
}
