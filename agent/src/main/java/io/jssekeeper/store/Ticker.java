package io.jssekeeper.store;

/**
 * The store's clock: monotonic, so that no step of the wall clock expires or prolongs a session.
 */
public interface Ticker {
  /**
   * {@link System#nanoTime()}. It stands still while the machine is suspended (CLOCK_MONOTONIC).
   */
  Ticker MONOTONIC = new SystemTicker();

  /** Nanoseconds since an arbitrary origin; never goes back. */
  long nanos();
}
