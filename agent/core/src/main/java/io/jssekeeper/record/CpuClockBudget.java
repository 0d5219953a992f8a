package io.jssekeeper.record;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Limits the time spent on reading an expensive clock: a four-thousandth of one CPU in the long
 * run, and up to 50 ms at once after a quiet time. Thread-safe; never waits.
 */
final class CpuClockBudget {
  /** How many nanoseconds it takes to earn a nanosecond that is spent. */
  private static final long EARNED_IN = 4_000;

  private static final long MAX_AT_ONCE_NANOS = 50_000_000;

  /** A thread may have been preempted while it read. */
  private static final long MAX_READ_NANOS = 20_000;

  /** When everything spent will have been earned; times are counted from {@link #start}. */
  private final AtomicLong earnedAt = new AtomicLong();

  private final long start;

  CpuClockBudget(long nowNanos) {
    start = nowNanos;
  }

  /** Whether anything is left now. */
  boolean isLeft(long nowNanos) {
    return earnedAt.get() - (nowNanos - start) < MAX_AT_ONCE_NANOS * EARNED_IN;
  }

  void spend(long nanos, long nowNanos) {
    long now = nowNanos - start;
    long toEarn = Math.min(Math.max(0, nanos), MAX_READ_NANOS) * EARNED_IN;
    long before;
    do {
      before = earnedAt.get();
    } while (!earnedAt.compareAndSet(before, Math.max(before, now) + toEarn));
  }
}
