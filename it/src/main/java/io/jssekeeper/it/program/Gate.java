package io.jssekeeper.it.program;

import java.util.concurrent.CountDownLatch;

/**
 * Lets no connection read from its peer until a given number of connections have written.
 *
 * <p>So each has chosen its offer before any of them receives something new.
 */
final class Gate {
  static final Gate OPEN = new Gate(0);

  private final CountDownLatch silent;

  Gate(int connections) {
    silent = new CountDownLatch(connections);
  }

  /** One more connection has written, or has ended. */
  void spoken() {
    silent.countDown();
  }

  void await() {
    try {
      silent.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
