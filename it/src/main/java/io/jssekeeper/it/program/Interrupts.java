package io.jssekeeper.it.program;

/**
 * Interrupts threads as programs do that run others (Maven's {@code exec:java}, test runners) to
 * end what they have left behind: all of a thread group.
 */
final class Interrupts {
  private Interrupts() {}

  /** Those whose names begin with {@code named}. */
  static String of(Arguments wanted) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    Thread[] threads = new Thread[2 * group.activeCount() + 1];
    int all = group.enumerate(threads);
    int interrupted = 0;
    for (int i = 0; i < all; i++) {
      if (threads[i].getName().startsWith(wanted.text("named"))) {
        threads[i].interrupt();
        interrupted++;
      }
    }
    return "interrupted threads=" + interrupted;
  }
}
