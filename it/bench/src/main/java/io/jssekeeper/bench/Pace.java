package io.jssekeeper.bench;

import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Makes calls at a fixed pace on a separate thread, and records how long each took. */
final class Pace {
  private static final long PAUSE_NANOS = 50_000;
  private static final long PACE_NANOS = 100_000;

  private final IntConsumer call;
  private final Thread thread;
  private volatile boolean running = true;
  private long[] waits = new long[1 << 16];
  private int count;

  Pace(String name, IntConsumer call) {
    this.call = call;
    this.thread = new Thread(this::goOn, name);
    thread.start();
  }

  private void goOn() {
    for (int i = 0; running; i++) {
      long start = System.nanoTime();
      call.accept(i);
      long wait = System.nanoTime() - start;
      // Also for the calls that were due in the meantime.
      for (long rest = wait; rest == wait || rest > 0; rest -= PACE_NANOS) {
        add(rest);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private void add(long wait) {
    if (count == waits.length) {
      waits = Arrays.copyOf(waits, 2 * count);
    }
    waits[count++] = wait;
  }

  /** Ends it. Returns the waits, shortest first, in nanoseconds. */
  long[] stop() throws InterruptedException {
    running = false;
    thread.join();
    long[] sorted = Arrays.copyOf(waits, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
