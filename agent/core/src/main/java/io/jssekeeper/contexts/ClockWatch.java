package io.jssekeeper.contexts;

import io.jssekeeper.clock.WallClock;
import io.jssekeeper.model.Protection;
import io.jssekeeper.store.JsseTimes;
import io.jssekeeper.store.SessionStore;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the wall clock with each sweep, and counts the sessions that a step would have ended.
 * For the sweeper's thread.
 */
public final class ClockWatch implements Runnable, Stores.Visitor {
  private final WallClock clock;
  private final Stores stores;
  private final Guard guard;
  private long stepNanos;

  public ClockWatch(WallClock clock, Stores stores, Guard guard) {
    this.clock = clock;
    this.stores = stores;
    this.guard = guard;
  }

  @Override
  public void run() {
    clock.look();
    stepNanos = TimeUnit.MILLISECONDS.toNanos(clock.takeSteps());
    if (stepNanos > 0 && guard.protectsFrom(Protection.CLOCK)) {
      stores.forEach(this);
    }
  }

  @Override
  public void visit(KeptStore kept, SessionStore<?> store) {
    guard.prevented(Protection.CLOCK, new JsseTimes<>(store).endedByStep(stepNanos));
  }
}
