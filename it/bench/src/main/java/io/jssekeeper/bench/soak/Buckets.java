package io.jssekeeper.bench.soak;

/** Counts durations, with a precision of 3 %. Not thread-safe. */
final class Buckets {
  /** Of each power of two. */
  private static final int PARTS_LOG = 5;

  private static final int PARTS = 1 << PARTS_LOG;

  private final long[] counts = new long[Long.SIZE * PARTS];
  private long count;

  void add(long nanos) {
    counts[place(Math.max(0, nanos))]++;
    count++;
  }

  private static int place(long nanos) {
    if (nanos < PARTS) {
      return (int) nanos;
    }
    int shift = Long.SIZE - 1 - PARTS_LOG - Long.numberOfLeadingZeros(nanos);
    return (shift << PARTS_LOG) + (int) (nanos >>> shift);
  }

  private static long start(int place) {
    int shift = Math.max(0, (place >>> PARTS_LOG) - 1);
    return (long) (place - (shift << PARTS_LOG)) << shift;
  }

  void addAll(Buckets others) {
    for (int place = 0; place < counts.length; place++) {
      counts[place] += others.counts[place];
    }
    count += others.count;
  }

  long count() {
    return count;
  }

  /** In microseconds; 0 if there is none. */
  double microsAt(double part) {
    long before = (long) Math.ceil(part * count);
    int place = 0;
    for (long passed = counts[0]; passed < before; passed += counts[place]) {
      place++;
    }
    return start(place) / 1e3;
  }
}
