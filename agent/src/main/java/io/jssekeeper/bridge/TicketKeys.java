package io.jssekeeper.bridge;

import io.jssekeeper.clock.WallClock;
import io.jssekeeper.contexts.Guard;
import io.jssekeeper.model.Protection;

/** Counts the stateless tickets that JSSE could not open any more, since it has no key for them. */
final class TicketKeys {
  private final Guard guard;
  private final WallClock clock;

  TicketKeys(Guard guard, WallClock clock) {
    this.guard = guard;
    this.clock = clock;
  }

  /** A key is valid; times are {@link WallClock#steadyMillis}. */
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
