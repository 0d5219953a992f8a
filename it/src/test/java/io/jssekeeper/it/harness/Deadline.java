package io.jssekeeper.it.harness;

import java.time.Duration;
import org.awaitility.Awaitility;

/** A moment from which on something must be so, however long it takes to look. */
public final class Deadline {
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Looks until it is as asserted: at the latest, the first look that begins past the moment. */
  public void untilAsserted(Runnable look) {
    Awaitility.await().forever().pollDelay(Duration.ZERO).until(() -> isAsserted(look));
  }

  private boolean isAsserted(Runnable look) {
    boolean last = isPast();
    try {
      look.run();
      return true;
    } catch (AssertionError notSo) {
      if (last) {
        throw notSo;
      }
      return false;
    }
  }

  /** Waits for it. */
  public void await() {
    Awaitility.await().forever().until(this::isPast);
  }

  private boolean isPast() {
    return System.nanoTime() - nanos > 0;
  }
}
