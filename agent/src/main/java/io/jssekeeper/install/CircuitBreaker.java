package io.jssekeeper.install;

import io.jssekeeper.core.Core;
import io.jssekeeper.threads.KeeperThread;
import java.security.AccessController;
import java.security.PrivilegedAction;
import java.util.concurrent.TimeUnit;

/** Trips once if internal errors persist. Thread-safe. */
final class CircuitBreaker implements Runnable {
  private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final Core core;
  private final Runnable trip;
  private long windowBegan = System.nanoTime();
  private int failures;
  private boolean tripped;

  /**
   * @param core whose option sets how many failures within a minute are too many
   * @param trip run on a separate thread: the one that failed may be a handshake's
   */
  CircuitBreaker(Core core, Runnable trip) {
    this.core = core;
    this.trip = trip;
  }

  /** A failure. */
  @Override
  public void run() {
    if (trips(System.nanoTime(), core.options().errors())) {
      thread().start();
    }
  }

  /** With the agent's permissions: the failing thread may be under a security manager. */
  @SuppressWarnings("removal")
  private Thread thread() {
    return AccessController.doPrivileged(
        new PrivilegedAction<Thread>() {
          @Override
          public Thread run() {
            return KeeperThread.daemon("jsse-keeper-breaker", trip, core.suppressedErrors());
          }
        });
  }

  /**
   * @param most 0 is no limit
   */
  synchronized boolean trips(long now, int most) {
    if (now - windowBegan > WINDOW_NANOS) {
      windowBegan = now;
      failures = 0;
    }
    failures++;
    boolean trips = !tripped && most > 0 && failures >= most;
    tripped |= trips;
    return trips;
  }
}
