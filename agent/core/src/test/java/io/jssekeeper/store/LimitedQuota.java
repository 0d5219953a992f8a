package io.jssekeeper.store;

import java.util.concurrent.atomic.AtomicLong;

/** A quota for one store, with a limit that a test can change. */
final class LimitedQuota implements HeapQuota {
  private final AtomicLong bytes = new AtomicLong();
  private volatile long limit = Long.MAX_VALUE;
  private volatile SessionStore<?> store;

  void of(SessionStore<?> one) {
    store = one;
  }

  void limit(long newLimit) {
    limit = newLimit;
  }

  long limit() {
    return limit;
  }

  long bytes() {
    return bytes.get();
  }

  @Override
  public boolean fits(int sessionBytes) {
    return sessionBytes <= limit;
  }

  @Override
  public void changed(long change) {
    bytes.addAndGet(change);
  }

  @Override
  public void settle() {
    while (bytes.get() > limit && store.strong().softenOldest()) {
      // One at a time, until the limit is kept.
    }
  }
}
