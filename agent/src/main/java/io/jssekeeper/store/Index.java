package io.jssekeeper.store;

import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds entries by session id, and hashes each id once: an entry is its own key, and remembers its
 * hash.
 *
 * <p>To hash 32 bytes takes about as long as all else that a map does, and without this a session
 * that comes and is evicted would cost three times that. Read at any time, changed under the
 * store's lock.
 */
final class Index<S> {
  private final ConcurrentMap<Object, Entry<S>> entries = new ConcurrentHashMap<>();

  int size() {
    return entries.size();
  }

  /** The entry of that id, or null. */
  Entry<S> get(Object id) {
    return entries.get(new Sought(id));
  }

  /** Puts the entry in if none of the same id is. Returns the one that is, or null. */
  Entry<S> putIfAbsent(Entry<S> entry) {
    return entries.putIfAbsent(entry, entry);
  }

  /** Removes exactly this entry, and not another of the same id. Returns whether it was in. */
  boolean remove(Entry<S> entry) {
    return contains(entry) && entries.remove(entry) != null;
  }

  boolean contains(Entry<S> entry) {
    return entries.get(entry) == entry;
  }

  /** May be walked through at any time. */
  Collection<Entry<S>> entries() {
    return entries.values();
  }

  /** An id that is looked for: equal to the entry of that id. */
  private static final class Sought {
    private final Object id;

    Sought(Object id) {
      this.id = id;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Entry && ((Entry<?>) other).id.equals(id);
    }

    @Override
    public int hashCode() {
      return id.hashCode();
    }
  }
}
