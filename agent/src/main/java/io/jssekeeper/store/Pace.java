package io.jssekeeper.store;

import java.util.concurrent.locks.LockSupport;

/**
 * Lets others have the lock while one thread does much under it, stride by stride.
 *
 * <p>To give the lock up is not enough: who takes a monitor again at once gets it before one who
 * has yet to wake up (a put waited up to 75 ms beside a sweep of 100,000 sessions). For one piece
 * of work, by one thread.
 */
final class Pace {
  /** Strides between two pauses: less than a millisecond's work. */
  private static final int STRIDES = 8;

  /** A short time; the system makes it as long as a thread takes to wake up. */
  private static final long PAUSE_NANOS = 20_000;

  private int strides;

  /** Is called after each stride, without the lock. */
  void letOthersIn() {
    strides++;
    if (strides % STRIDES == 0) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }
}
