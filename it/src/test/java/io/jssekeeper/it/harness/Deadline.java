package io.jssekeeper.it.harness;

import java.time.Duration;
import org.awaitility.Awaitility;

/** A moment from which on a condition must hold, however long a check takes. */
public final class Deadline {
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /**
   * Checks until the assertion holds: at the latest, by the first check that begins after the
   * moment.
   */
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

  /** Waits for the moment. */
  public void await() {
    Awaitility.await().forever().until(this::isPast);
  }

  private boolean isPast() {
    return System.nanoTime() - nanos > 0;
  }
}
