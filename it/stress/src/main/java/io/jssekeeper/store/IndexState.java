package io.jssekeeper.store;

import java.util.concurrent.locks.ReentrantLock;

/** An index with its lock, as a store has it. */
class IndexState {
  static final long BORN = 1;

  final ReentrantLock lock = new ReentrantLock();
  final EntryIndex<Object> index = new EntryIndex<>(lock);

  /** An id whose bin a test chooses. */
  static final class Id {
    private final String name;
    private final int hash;

    Id(String name, int hash) {
      this.name = name;
      this.hash = hash;
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Id && ((Id) other).name.equals(name);
    }
  }

  static Entry<Object> entry(Object id) {
    return new Entry<>(id, new SessionAttributes(0, 1, SessionAttributes.Use.MANY), BORN);
  }

  void put(Entry<Object> entry) {
    lock.lock();
    try {
      index.putIfAbsent(entry);
    } finally {
      lock.unlock();
    }
  }

  void remove(Entry<Object> entry) {
    lock.lock();
    try {
      index.remove(entry);
    } finally {
      lock.unlock();
    }
  }

  /** 1 if the id has an entry, else 0. */
  int has(Object id) {
    return index.get(id) == null ? 0 : 1;
  }
}
