package io.jssekeeper.it.program;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Holds downloads back halfway while requested. */
final class FtpsHold {
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  void close() {
    gate = new CountDownLatch(1);
  }

  void open() {
    gate.countDown();
  }

  /** How many are waiting. */
  int waiting() {
    return waiting.get();
  }

  void pass() {
    waiting.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException ended) {
      throw new IllegalStateException(ended);
    } finally {
      waiting.decrementAndGet();
    }
  }
}
