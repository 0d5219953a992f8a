package io.jssekeeper.store;

/**
 * The heap that one store may hold strongly, as granted by the memory budget. Thread-safe.
 *
 * <p>{@link #changed} is called with the store's lock held and must only count. {@link #settle} is
 * called without it and may call {@link StrongSessions#softenOldest} of any store.
 */
public interface HeapQuota {
  /** No limit. */
  HeapQuota UNBOUNDED = Unbounded.INSTANCE;

  /** Whether a session of that many bytes may be held strongly at all. */
  boolean fits(int bytes);

  /** The store holds that many more bytes (or fewer, if negative) strongly than it has reported. */
  void changed(long bytes);

  /** Holds the least recently used sessions softly until the budget is kept. */
  void settle();

  /** No limit. */
  enum Unbounded implements HeapQuota {
    INSTANCE;

    @Override
    public boolean fits(int bytes) {
      return true;
    }

    @Override
    public void changed(long bytes) {}

    @Override
    public void settle() {}
  }
}
