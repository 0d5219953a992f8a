package io.jssekeeper.contexts;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The heap that sessions may hold strongly, over all contexts; beyond it the least recently used
 * are held softly.
 *
 * <p>Softly held sessions are cleared before the JVM throws an {@code OutOfMemoryError}, so
 * sessions never bring one nearer. Thread-safe. A put softens a few sessions at most, one thread at
 * a time, and leaves the rest to the sweep.
 */
public final class MemoryBudget {
  /**
   * How often in a row a sweep may find nothing to soften, or other threads at it, before it goes
   * on.
   */
  private static final int MAX_FAILED = 4096;

  /** How many sessions a put softens at most. */
  private static final int MAX_OF_PUT = 4;

  private volatile long limitBytes;
  private final AtomicLong strongBytes = new AtomicLong();
  private final SofteningOrder softening = new SofteningOrder();

  /**
   * @param limitBytes 0 or more; at 0 every session is held softly, as JSSE does
   */
  public MemoryBudget(long limitBytes) {
    this.limitBytes = limitBytes;
  }

  public long limitBytes() {
    return limitBytes;
  }

  /** Takes effect as sessions are used, and completely with the next sweep. */
  public void limitTo(long bytes) {
    limitBytes = bytes;
  }

  /** What sessions hold strongly now, estimated, in bytes. */
  public long strongBytes() {
    return strongBytes.get();
  }

  SofteningOrder softening() {
    return softening;
  }

  void changed(long bytes) {
    strongBytes.addAndGet(bytes);
  }

  /**
   * Enforces the budget, however much work that is: not for a handshake's thread, and after those
   * that wait.
   */
  void settleWhole() {
    int failed = 0;
    while (isExceeded() && failed < MAX_FAILED) {
      failed = softening.softenOneAndYield() ? 0 : failed + 1;
    }
  }

  /** Softens more than a put adds, but few, since a handshake waits for it. */
  void settle() {
    for (int softened = 0; isExceeded() && softened < MAX_OF_PUT; softened++) {
      if (!softening.softenOne()) {
        return;
      }
    }
  }

  private boolean isExceeded() {
    return strongBytes.get() > limitBytes;
  }
}
