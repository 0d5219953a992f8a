package io.jssekeeper.contexts;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.model.Protection;
import io.jssekeeper.store.JsseTimeouts;
import io.jssekeeper.store.SessionStore;
import java.util.concurrent.TimeUnit;

/**
 * Looks at the wall clock with each sweep, and counts the sessions that a step would have ended.
 * For the sweeper's thread.
 */
public final class ClockWatch implements Runnable, ContextRegistry.Visitor {
  private final SteadyClock clock;
  private final ContextRegistry stores;
  private final Protections guard;
  private long stepNanos;

  public ClockWatch(SteadyClock clock, ContextRegistry stores, Protections guard) {
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
  public void visit(OpenContext kept, SessionStore<?> store) {
    guard.prevented(Protection.CLOCK, new JsseTimeouts<>(store).endedByStep(stepNanos));
  }
}
