package io.jssekeeper.it.program;

import java.util.concurrent.CountDownLatch;

/**
 * Lets no connection hear from its peer before a number of connections have spoken.
 *
 * <p>So each of them has chosen what to offer before any has got something new.
 */
final class Gate {
  static final Gate OPEN = new Gate(0);

  private final CountDownLatch silent;

  Gate(int connections) {
    silent = new CountDownLatch(connections);
  }

  /** One more connection has spoken, or has ended. */
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
