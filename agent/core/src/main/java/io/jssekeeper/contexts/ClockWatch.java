package io.jssekeeper.contexts;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.model.Protection;
import io.jssekeeper.store.JsseTimeouts;
import io.jssekeeper.store.SessionStore;
import java.util.concurrent.TimeUnit;

/**
 * Checks the wall clock with each sweep, and counts the sessions that a step would have ended. For
 * the sweeper's thread.
 */
public final class ClockWatch implements Runnable {
  private final SteadyClock clock;
  private final ContextRegistry contexts;
  private final Protections protections;

  public ClockWatch(SteadyClock clock, ContextRegistry contexts, Protections protections) {
    this.clock = clock;
    this.contexts = contexts;
    this.protections = protections;
  }

  @Override
  public void run() {
    clock.poll();
    long stepNanos = TimeUnit.MILLISECONDS.toNanos(clock.takeSteps());
    if (stepNanos > 0 && protections.protectsFrom(Protection.CLOCK)) {
      protections.prevented(Protection.CLOCK, endedBy(stepNanos));
    }
  }

  private long endedBy(long stepNanos) {
    long sessions = 0;
    for (OpenContext context : contexts.alive()) {
      SessionStore<?> store = context.store();
      sessions += store == null ? 0 : new JsseTimeouts<>(store).endedByStep(stepNanos);
    }
    return sessions;
  }
}
