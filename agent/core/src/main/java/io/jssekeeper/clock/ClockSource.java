package io.jssekeeper.clock;

/** This machine's clocks. Thread-safe. */
public interface ClockSource {
  /** Milliseconds since the epoch. Setting the clock makes it step. */
  long wallMillis();

  /** Nanoseconds since an arbitrary origin; never goes back. May stand still during suspension. */
  long nanos();

  /**
   * How long {@link #nanos} stood still because the machine was suspended, in milliseconds from an
   * arbitrary origin; constant if unknown.
   */
  long asleepMillis();
}
