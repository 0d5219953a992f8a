package io.jssekeeper.it.harness;

import java.time.Duration;
import java.util.Map;

/** A wall clock of forked JVMs that a test can step; monotonic time is not affected. */
public interface WallClock {

  /** Sets the clock off by that much from now on. */
  void step(Duration offset);

  /** The environment that makes a process use this clock. */
  Map<String, String> environment();

  /**
   * One that affects all of libc's time functions. JVMs start slowly with it, and those with many
   * waiting threads make little progress.
   */
  static WallClock thorough() {
    return FakeTime.create();
  }

  /** One that affects only reading the wall clock, for JVMs with many threads. */
  static WallClock light() {
    return PreloadedClock.create();
  }
}
