package io.jssekeeper.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks into stores, and holds up nobody: it takes no lock, and counts as no use. */
public final class Inventory {
  private final Ticker ticker;

  /**
   * @param ticker the stores' own
   */
  public Inventory(Ticker ticker) {
    this.ticker = ticker;
  }

  /** The sessions that are in and whose time is not over. */
  public <S> List<StoredSession<S>> of(SessionStore<S> store) {
    long now = ticker.nanos();
    long timeoutNanos = TimeUnit.SECONDS.toNanos(store.timeoutSeconds());
    List<StoredSession<S>> found = new ArrayList<>();
    for (Entry<S> entry : store.shelves.byId.entries()) {
      S session = entry.session();
      if (session != null) {
        StoredSession<S> stored = new StoredSession<>(entry, session, timeoutNanos, now);
        if (stored.leftNanos() > 0) {
          found.add(stored);
        }
      }
    }
    return found;
  }
}
