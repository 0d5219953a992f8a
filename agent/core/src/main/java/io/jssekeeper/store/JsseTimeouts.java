package io.jssekeeper.store;

import io.jssekeeper.clock.LockYield;
import io.jssekeeper.model.RemovalCause;

/** What JSSE's own cache, {@code MemoryCache}, would do with a store's times. Thread-safe. */
public final class JsseTimeouts<S> {
  private final SessionStore<S> store;

  public JsseTimeouts(SessionStore<S> store) {
    this.store = store;
  }

  /**
   * Sets the store's timeout, but stored sessions keep their end, and those without an end expire:
   * {@code MemoryCache} stamps entries when they are put, and a stamp of 0 has expired once there
   * is a timeout.
   */
  public void setTimeout(int seconds) {
    long before = store.timeout.timeoutNanos();
    store.setTimeout(seconds);
    if (seconds > 0 && (before == 0 || store.timeout.timeoutNanos() > before)) {
      LockYield lock = new LockYield(store.lock);
      for (Entry<S> entry : store.entries.byId.entries()) {
        end(entry, before);
        lock.yieldLock();
      }
    }
  }

  private void end(Entry<S> entry, long timeoutNanos) {
    store.lock.lock();
    try {
      if (timeoutNanos == 0) {
        store.entries.remove(entry, RemovalCause.EXPIRED);
      } else if (store.entries.contains(entry)) {
        store.entries.limit(entry, entry.birthNanos + timeoutNanos);
      }
    } finally {
      store.lock.unlock();
    }
  }

  /**
   * How many resumable sessions a forward step of the wall clock by that much would end at once.
   */
  public int endedByStep(long nanos) {
    long now = store.ticker.nanos();
    int ended = 0;
    for (Entry<S> entry : store.entries.byId.entries()) {
      boolean counts =
          entry.use != SessionAttributes.Use.NEVER && !store.timeout.isOver(entry, now);
      if (counts && store.timeout.isTimedOut(entry, now + nanos)) {
        ended++;
      }
    }
    return ended;
  }
}
