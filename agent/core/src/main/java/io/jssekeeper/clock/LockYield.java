package io.jssekeeper.clock;

import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Yields a lock to waiting threads between batches of long work under it.
 *
 * <p>Unlocking is not enough: a thread that locks again at once wins over one that must wake up
 * first (a put waited up to 75 ms beside a sweep of 100,000 sessions). For one piece of work, by
 * one thread.
 */
public final class LockYield {
  /** A short time; the system makes it as long as a thread takes to wake up. */
  private static final long PAUSE_NANOS = 20_000;

  /** So that the work ends eventually, however many others there are. */
  private static final int MAX_PAUSES = 8;

  private final ReentrantLock lock;

  public LockYield(ReentrantLock lock) {
    this.lock = lock;
  }

  /** Called after each batch, without the lock: waits until the waiting threads have had it. */
  public void yieldLock() {
    for (int pause = 0; pause < MAX_PAUSES && lock.hasQueuedThreads(); pause++) {
      pause();
    }
  }

  /** For a short time, without any lock. */
  public static void pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
