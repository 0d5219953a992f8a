package io.jssekeeper.contexts;

import io.jssekeeper.store.SessionStore;
import io.jssekeeper.threads.KeeperThread;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * The thread that frees expired sessions, whether or not another handshake ever happens.
 *
 * <p>It sweeps twice in the promised interval, and sleeps while there is no session context.
 */
public final class Sweeper implements Runnable {
  private final ContextRegistry stores;
  private final BiConsumer<String, Throwable> failures;
  private volatile Runnable[] first;

  /** A literal allocates on first use, and there may be no heap where failures are reported. */
  private final String where;

  private volatile long pauseNanos;
  private final Thread thread;
  private volatile boolean running = true;

  /**
   * @param interval how long an expired session may stay reachable; positive
   * @param failures receives what a sweep threw
   * @param first run at the beginning of each sweep
   */
  public Sweeper(
      ContextRegistry stores,
      Duration interval,
      BiConsumer<String, Throwable> failures,
      Runnable... first) {
    this.stores = stores;
    this.failures = failures;
    this.first = first.clone();
    this.where = "sweep";
    this.pauseNanos = pause(interval);
    this.thread = KeeperThread.daemon("jsse-keeper-sweeper", this, failures);
    stores.holders().onMany(new Wake());
  }

  private static long pause(Duration interval) {
    return Math.max(1_000_000, interval.toNanos() / 2);
  }

  /** Changes how long an expired session may stay reachable, from now on. */
  public void sweepEach(Duration interval) {
    pauseNanos = pause(interval);
    wake();
  }

  /** Also runs that at the beginning of each sweep. */
  public synchronized void doEachTime(Runnable chore) {
    Runnable[] more = Arrays.copyOf(first, first.length + 1);
    more[first.length] = chore;
    first = more;
  }

  public void start() {
    thread.start();
  }

  /** A store was opened: there is something to sweep. */
  public void wake() {
    LockSupport.unpark(thread);
  }

  public void stop() {
    running = false;
    wake();
  }

  @Override
  public void run() {
    while (running) {
      if (stores.size() == 0) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, pauseNanos);
      }
      sweep();
    }
  }

  private void sweep() {
    try {
      for (Runnable chore : first) {
        doIt(chore);
      }
      stores.forgetGone();
      for (OpenContext context : stores.alive()) {
        sweep(context);
      }
      stores.settle();
      stores.sessionTree().forgetCollected();
      stores.holders().forgetDead();
    } catch (Throwable t) {
      failures.accept(where, t);
    }
  }

  /** If one fails, sessions are still freed. */
  private void doIt(Runnable chore) {
    try {
      chore.run();
    } catch (Throwable t) {
      failures.accept(where, t);
    }
  }

  /** If one store fails, the others are still swept. */
  private void sweep(OpenContext context) {
    try {
      SessionStore<?> store = context.store();
      if (store != null) {
        store.sweep();
        context.owner().sweep();
      }
    } catch (Throwable t) {
      failures.accept(where, t);
    }
  }

  /** Not a lambda: this is created while the host starts. */
  private final class Wake implements Runnable {
    @Override
    public void run() {
      wake();
    }
  }
}
