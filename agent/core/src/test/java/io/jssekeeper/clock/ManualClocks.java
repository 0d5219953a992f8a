package io.jssekeeper.clock;

import java.util.concurrent.TimeUnit;

/** Clocks set by the test. */
public final class ManualClocks implements ClockSource {
  private long wallMillis = 1_700_000_000_000L;
  private long nanos = Long.MAX_VALUE - 5; // passes the end of its range
  private long asleepMillis = -77;
  private int wallReads;

  public void pass(long millis) {
    wallMillis += millis;
    nanos += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  void step(long millis) {
    wallMillis += millis;
  }

  public void sleep(long millis) {
    wallMillis += millis;
    asleepMillis += millis;
  }

  @Override
  public long wallMillis() {
    wallReads++;
    return wallMillis;
  }

  /** How often the wall clock has been read. */
  int wallReads() {
    return wallReads;
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public long asleepMillis() {
    return asleepMillis;
  }
}
