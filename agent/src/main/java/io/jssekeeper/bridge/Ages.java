package io.jssekeeper.bridge;

import io.jssekeeper.clock.WallClock;
import io.jssekeeper.contexts.Guard;
import io.jssekeeper.model.Protection;

/** For how long sessions have existed: by the wall clock, or in spite of its steps. */
final class Ages {
  private final Guard guard;
  private final WallClock clock;

  Ages(Guard guard, WallClock clock) {
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * In milliseconds.
   *
   * @param createdMillis when a session came to be, by the wall clock of then
   */
  long millis(long createdMillis) {
    return guard.protectsFrom(Protection.CLOCK)
        ? clock.ageMillis(createdMillis)
        : System.currentTimeMillis() - createdMillis;
  }
}
