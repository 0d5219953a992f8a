package io.jssekeeper.store;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;

/** Measures how long each put and get takes on a separate thread, until it is stopped. */
final class Waits {
  private static final int WARM_UP = 10_000;
  private static final SessionAttributes PROBE =
      new SessionAttributes(0, 0, SessionAttributes.Use.NEVER);

  private final long[] nanos = new long[2_000_000];
  private final CountDownLatch warm = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean running = true;
  private int count;

  Waits(SessionStore<Session> store) {
    thread = new Thread(() -> probe(store), "probe");
    thread.start();
    try {
      warm.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void probe(SessionStore<Session> store) {
    Session session = new Session("probe");
    int round = 0;
    while (running && count < nanos.length) {
      if (round++ == WARM_UP) {
        count = 0;
        warm.countDown();
      }
      long start = System.nanoTime();
      store.put("probe", session, PROBE);
      store.get("probe");
      store.remove("probe");
      nanos[count++] = System.nanoTime() - start;
    }
  }

  /**
   * Stops, and returns the 99.9th percentile in nanoseconds; with few rounds, as when the thread is
   * kept waiting, the longest.
   */
  long stop() {
    running = false;
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    Arrays.sort(nanos, 0, count);
    return nanos[(int) Math.ceil(0.999 * (count - 1))];
  }

  private double micros(double part) {
    return nanos[(int) (part * (count - 1))] / 1_000.0;
  }

  @Override
  public String toString() {
    return String.format(
        "%d rounds of put, get, remove took, in us: p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f",
        count, micros(0.5), micros(0.99), micros(0.999), micros(1));
  }
}
