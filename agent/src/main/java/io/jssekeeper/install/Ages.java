package io.jssekeeper.install;

import io.jssekeeper.keep.Guard;
import io.jssekeeper.keep.Purge;
import io.jssekeeper.keep.WallClock;

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
    return guard.protectsFrom(Purge.CLOCK)
        ? clock.ageMillis(createdMillis)
        : System.currentTimeMillis() - createdMillis;
  }
}
