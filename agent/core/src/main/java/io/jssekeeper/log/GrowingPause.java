package io.jssekeeper.log;

/**
 * A pause that doubles each time, from {@value #MIN_NANOS} ns to {@value #MAX_NANOS} ns. For one
 * thread.
 */
final class GrowingPause {
  static final long MIN_NANOS = 30_000_000_000L;
  static final long MAX_NANOS = 3_600_000_000_000L;

  private long length;
  private long begun;
  private boolean isOn;

  void begin(long now) {
    length = length == 0 ? MIN_NANOS : Math.min(MAX_NANOS, 2 * length);
    begun = now;
    isOn = true;
  }

  boolean isOn(long now) {
    isOn = isOn && now - begun < length;
    return isOn;
  }

  /** The next one is as short as the first. */
  void reset() {
    length = 0;
    isOn = false;
  }
}
