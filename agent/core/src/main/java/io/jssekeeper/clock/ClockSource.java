package io.jssekeeper.clock;

/** This machine's clocks. Thread-safe. */
public interface ClockSource {
  /** Milliseconds since the epoch. Setting the clock makes it step. */
  long wallMillis();

  /** Nanoseconds since an arbitrary origin; never goes back. May stand still during suspension. */
  long nanos();

  /**
   * For how long {@link #nanos} stood still because the machine was suspended, in milliseconds from
   * an arbitrary origin; constant where it is unknown.
   */
  long asleepMillis();
}
