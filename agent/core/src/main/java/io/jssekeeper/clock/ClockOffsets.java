package io.jssekeeper.clock;

import java.util.Arrays;

/**
 * The wall clock's offsets from a steady clock, between its steps. Immutable.
 *
 * <p>All times are milliseconds; a steady time is one of a clock without steps. A step is noticed
 * late: the period before it ends when it is noticed, and the one after it begins at the last look
 * before that, so they overlap.
 */
final class ClockOffsets {
  private final Era[] offsets;

  private ClockOffsets(Era[] offsets) {
    this.offsets = offsets;
  }

  static ClockOffsets first() {
    return new ClockOffsets(new Era[] {new Era(0, Long.MIN_VALUE, Long.MAX_VALUE)});
  }

  /** A copy with one more offset, which begins with a step. */
  ClockOffsets stepped(long step, long polledBefore, long noticed) {
    int forgotten = offsets.length < SteadyClock.MAX_OFFSETS ? 0 : 1;
    Era[] more = Arrays.copyOfRange(offsets, forgotten, offsets.length + 1);
    int last = more.length - 1;
    more[last] = new Era(offset() + step, polledBefore, Long.MAX_VALUE);
    more[last - 1] = more[last - 1].until(noticed);
    more[0] = more[0].fromEver();
    return new ClockOffsets(more);
  }

  /** How far the wall clock is ahead of steady time now. */
  long offset() {
    return offsets[offsets.length - 1].offset;
  }

  /** How far it was ahead then, as far as that had been noticed. */
  long offsetAt(long steady) {
    int at = offsets.length - 1;
    while (at > 0 && steady < offsets[at - 1].ends) {
      at--;
    }
    return offsets[at].offset;
  }

  /**
   * The steady time of a wall-clock time: the latest if there are several; the time of the step if
   * a step has skipped it; now, for a time in the future.
   */
  long steady(long wall, long now) {
    for (int i = offsets.length - 1; i >= 0; i--) {
      if (offsets[i].has(wall, now)) {
        return wall - offsets[i].offset;
      }
    }
    for (int i = offsets.length - 1; i > 0; i--) {
      if (offsets[i].isAfter(wall) && !offsets[i - 1].isAfter(wall)) {
        return offsets[i].begins;
      }
    }
    return now;
  }

  private static final class Era {
    final long offset;
    final long begins;
    final long ends;

    Era(long offset, long begins, long ends) {
      this.offset = offset;
      this.begins = begins;
      this.ends = ends;
    }

    Era until(long end) {
      return new Era(offset, begins, end);
    }

    Era fromEver() {
      return new Era(offset, Long.MIN_VALUE, ends);
    }

    boolean has(long wall, long now) {
      long steady = wall - offset;
      return steady >= begins && steady <= Math.min(ends, now);
    }

    boolean isAfter(long wall) {
      return wall - offset < begins;
    }
  }
}
