package io.jssekeeper.bridge;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.model.Protection;

/** Counts the stateless tickets whose key JSSE would have dropped by now. */
final class TicketKeyCounter {
  private final Protections protections;
  private final SteadyClock clock;

  TicketKeyCounter(Protections protections, SteadyClock clock) {
    this.protections = protections;
    this.clock = clock;
  }

  /** A key is valid; times are {@link SteadyClock#steadyMillis}. */
  void holds(long madeMillis, long endMillis, int timeoutSeconds) {
    long now = clock.steadyMillis();
    long jsseEndMillis = endMillis + jsseMillis(timeoutSeconds);
    if (protections.protectsFrom(Protection.SETTINGS) && now > jsseEndMillis) {
      protections.prevented(Protection.SETTINGS, 1);
    } else if (protections.protectsFrom(Protection.CLOCK)
        && now + clock.steppedSince(madeMillis) > jsseEndMillis) {
      protections.prevented(Protection.CLOCK, 1);
    }
  }

  /** As in {@code StatelessKey.isInvalid}: in an int, which overflows beyond 24.8 days. */
  private static int jsseMillis(int timeoutSeconds) {
    return timeoutSeconds * 1000;
  }
}
