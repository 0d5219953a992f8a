package io.jssekeeper.store;

import io.jssekeeper.clock.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that moves only when a test moves it. */
final class ManualTicker implements Ticker {
  private final AtomicLong nanos;

  ManualTicker(long start) {
    nanos = new AtomicLong(start);
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  void advance(Duration time) {
    advance(time.toNanos());
  }

  void advance(long time) {
    nanos.addAndGet(time);
  }
}
