package io.jssekeeper.record;

/** Durations as records show them. */
final class Durations {
  private static final long NANOS_PER_TENTH = 100_000;
  private static final double TENTHS = 10;

  private Durations() {}

  /** Milliseconds, rounded to tenths. */
  static double millis(long nanos) {
    return (nanos + NANOS_PER_TENTH / 2) / NANOS_PER_TENTH / TENTHS;
  }

  /** Whole seconds, rounded down. */
  static long seconds(long millis) {
    return Math.max(0, millis) / 1000;
  }

  /** Always with one decimal, and never with an exponent: {@code 1.9}. */
  static void append(double millis, StringBuilder to) {
    long tenths = Math.round(millis * TENTHS);
    to.append(tenths / 10).append('.').append(tenths % 10);
  }
}
