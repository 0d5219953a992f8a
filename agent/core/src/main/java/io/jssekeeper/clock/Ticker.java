package io.jssekeeper.clock;

/**
 * The clock that stamps a store's sessions: monotonic, so that no step of the wall clock expires or
 * prolongs a session. Compare its times only with one another, never with those of another clock;
 * not even with {@link System#nanoTime()}, which stops while the machine is suspended.
 */
public interface Ticker {
  /** Nanoseconds since an arbitrary origin; never goes back. */
  long nanos();
}
