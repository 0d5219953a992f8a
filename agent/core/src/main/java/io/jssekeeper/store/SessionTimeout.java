package io.jssekeeper.store;

import java.util.concurrent.TimeUnit;

/**
 * The timeout rule: a session may be resumed for the timeout, counted from its own full handshake,
 * and no longer than its peer permits (RFC 8446 section 4.6.1, RFC 5077 section 5.6). Thread-safe.
 */
final class SessionTimeout {
  private volatile long timeoutNanos;

  /** Whole seconds; 0 is no limit. */
  void setTimeout(int seconds) {
    timeoutNanos = TimeUnit.SECONDS.toNanos(Math.max(0, seconds));
  }

  long timeoutNanos() {
    return timeoutNanos;
  }

  long timeoutSeconds() {
    return TimeUnit.NANOSECONDS.toSeconds(timeoutNanos);
  }

  /**
   * In JSSE, too, a session has timed out at the very end ({@code
   * SSLSessionContextImpl.isTimedout}).
   */
  boolean isOver(Entry<?> entry, long now) {
    return isTimedOut(entry, now) || (entry.isLimited() && now - entry.limitNanos() >= 0);
  }

  /** By the timeout alone. */
  boolean isTimedOut(Entry<?> entry, long now) {
    long timeout = timeoutNanos;
    return timeout > 0 && now - entry.birthNanos >= timeout;
  }
}
