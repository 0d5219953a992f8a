package io.jssekeeper.it.harness;

import java.time.Duration;
import java.util.Map;

/** A wall clock of forked JVMs that a test can step; monotonic time goes on. */
public interface WallClock {

  /** Sets the clock off by that much from now on. */
  void step(Duration offset);

  /** What makes a process go by this clock. */
  Map<String, String> environment();

  /**
   * One that touches all of libc that has to do with time. JVMs start slowly under it, and those
   * with many threads that wait hardly get on.
   */
  static WallClock thorough() {
    return FakeTime.create();
  }

  /** One that touches nothing but what the wall clock tells, for JVMs with many threads. */
  static WallClock light() {
    return PreloadedClock.create();
  }
}
