package io.jssekeeper.clock;

/**
 * The clock by which a store stamps its sessions: monotonic, so that no step of the wall clock
 * expires or prolongs one. Its times mean something to themselves only: no other clock's is ever
 * compared with them, {@link System#nanoTime()} included, which stands still while the machine is
 * suspended.
 */
public interface Ticker {
  /** Nanoseconds since an arbitrary origin; never goes back. */
  long nanos();
}
