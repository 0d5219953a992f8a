package io.jssekeeper.store;

import io.jssekeeper.threads.StackCheckedLock;

/**
 * The lock of one store. A change in what sessions hold strongly is reported to the quota once per
 * hold of the lock, and not at all if one came for one that left, as with every put at capacity.
 *
 * <p>Not a monitor: a virtual thread that waits for it releases its carrier (JEP 444).
 */
final class StoreLock extends StackCheckedLock {
  private static final long serialVersionUID = 1L;

  private final transient HeapQuota quota;
  private transient long unreported;

  StoreLock(HeapQuota quota) {
    this.quota = quota;
  }

  /** The store holds that many more bytes (or fewer, if negative) strongly. Under the lock. */
  void changed(long bytes) {
    unreported += bytes;
  }

  @Override
  public void unlock() {
    long bytes = unreported;
    unreported = 0;
    try {
      if (bytes != 0) {
        quota.changed(bytes);
      }
    } finally {
      super.unlock(); // in any case: a handshake would wait forever
    }
  }
}
