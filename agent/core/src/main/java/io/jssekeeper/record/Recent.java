package io.jssekeeper.record;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The durations of the last few handshakes of one kind. Thread-safe, without a lock; a concurrent
 * addition may be missed.
 */
final class Recent {
  /** With fewer than this, nothing is reported. */
  static final int MIN_MEASURED = 10;

  /** A power of two. */
  private static final int CAPACITY = 64;

  /** One more than the nanoseconds; 0 stands for none yet. */
  private final AtomicLongArray times = new AtomicLongArray(CAPACITY);

  private final AtomicInteger next = new AtomicInteger();

  void add(long nanos) {
    times.lazySet(next.getAndIncrement() & (CAPACITY - 1), nanos + 1);
  }

  /**
   * The median in nanoseconds; {@code NaN} if too few were measured. A few outliers do not affect
   * it.
   */
  double median() {
    long[] sorted = new long[CAPACITY];
    int count = 0;
    for (int i = 0; i < CAPACITY; i++) {
      long time = times.get(i);
      if (time > 0) {
        sorted[count++] = time - 1;
      }
    }
    if (count < MIN_MEASURED) {
      return Double.NaN;
    }
    Arrays.sort(sorted, 0, count);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2.0;
  }
}
