package io.jssekeeper.store;

import java.util.concurrent.TimeUnit;

/**
 * The rule of time: a session may be resumed for the timeout from its own full handshake.
 * Thread-safe.
 */
final class Lifetime {
  private volatile long timeoutNanos;

  /** Whole seconds; 0 is no limit. */
  void setTimeout(int seconds) {
    timeoutNanos = TimeUnit.SECONDS.toNanos(Math.max(0, seconds));
  }

  long timeoutSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(timeoutNanos);
  }

  /**
   * JSSE too counts a session as timed out at the very end ({@code
   * SSLSessionContextImpl.isTimedout}).
   */
  boolean isOver(Entry<?> entry, long now) {
    long timeout = timeoutNanos;
    return timeout > 0 && now - entry.birthNanos >= timeout;
  }
}
