package io.jssekeeper.bridge;

import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.model.Protection;

/** How long ago sessions were created: by the wall clock, or corrected for its steps. */
final class SessionAges {
  private final Protections protections;
  private final SteadyClock clock;

  SessionAges(Protections protections, SteadyClock clock) {
    this.protections = protections;
    this.clock = clock;
  }

  /**
   * In milliseconds.
   *
   * @param createdMillis a session's creation time by the wall clock of that time
   */
  long millis(long createdMillis) {
    return protections.protectsFrom(Protection.CLOCK)
        ? clock.ageMillis(createdMillis)
        : System.currentTimeMillis() - createdMillis;
  }
}
