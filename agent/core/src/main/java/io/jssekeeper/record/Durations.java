package io.jssekeeper.record;

/** Durations as records show them. */
final class Durations {
  private Durations() {}

  /** Milliseconds with one decimal: {@code 1.9ms}. */
  static String millis(long nanos) {
    long tenths = (nanos + 50_000) / 100_000;
    return tenths / 10 + "." + tenths % 10 + "ms";
  }

  /** Whole seconds, rounded down: {@code 12s}. */
  static String seconds(long millis) {
    return Math.max(0, millis) / 1000 + "s";
  }
}
