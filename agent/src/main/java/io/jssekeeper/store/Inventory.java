package io.jssekeeper.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Looks into a store, and holds up nobody: it takes no lock, and counts as no use. */
final class Inventory<S> {
  private final SessionStore<S> store;

  Inventory(SessionStore<S> store) {
    this.store = store;
  }

  /** The sessions that are in and whose time is not over. */
  List<StoredSession<S>> list() {
    long now = store.ticker.nanos();
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
