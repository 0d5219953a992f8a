package io.jssekeeper.bridge;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.model.Protection;

/** Counts the stateless tickets that JSSE could not open any more, since it has no key for them. */
final class TicketKeyCounter {
  private final Protections guard;
  private final SteadyClock clock;

  TicketKeyCounter(Protections guard, SteadyClock clock) {
    this.guard = guard;
    this.clock = clock;
  }

  /** A key is valid; times are {@link SteadyClock#steadyMillis}. */
  void holds(long madeMillis, long endMillis, int timeoutSeconds) {
    long now = clock.steadyMillis();
    long jsseEndMillis = endMillis + jsseMillis(timeoutSeconds);
    if (guard.protectsFrom(Protection.SETTINGS) && now > jsseEndMillis) {
      guard.prevented(Protection.SETTINGS, 1);
    } else if (guard.protectsFrom(Protection.CLOCK)
        && now + clock.steppedSince(madeMillis) > jsseEndMillis) {
      guard.prevented(Protection.CLOCK, 1);
    }
  }

  /** As {@code StatelessKey.isInvalid} counts: in an int, which overflows beyond 24.8 days. */
  private static int jsseMillis(int timeoutSeconds) {
    return timeoutSeconds * 1000;
  }
}
