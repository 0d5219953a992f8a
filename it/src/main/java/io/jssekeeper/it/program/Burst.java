package io.jssekeeper.it.program;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Visits to {@code count} peers, {@code site-0.example} and so on, by a few threads at once.
 *
 * <p>With {@code peers=N} there are as many peers, visited in turn; with {@code threads=1} never
 * two at once.
 */
final class Burst {
  private static final int THREADS = 2;

  private final Connections connections;
  private final Arguments wanted;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger full = new AtomicInteger();
  private final AtomicInteger resumed = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();
  private final AtomicReference<String> firstFailure = new AtomicReference<>("none");

  Burst(Connections connections, Arguments wanted) {
    this.connections = connections;
    this.wanted = wanted;
  }

  String answer() throws InterruptedException {
    Thread[] threads = new Thread[wanted.number("threads", THREADS)];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = new Thread(this::visitNext, "burst");
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return "burst full="
        + full
        + " resumed="
        + resumed
        + " failed="
        + failed
        + " firstfailure="
        + firstFailure;
  }

  private void visitNext() {
    int count = wanted.number("count");
    int peers = wanted.number("peers", count);
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      visit(Arguments.of("host=site-" + i % peers + ".example").orElse(wanted));
    }
  }

  private void visit(Arguments peer) {
    try {
      (new Visit(connections, peer).resumed() ? resumed : full).incrementAndGet();
    } catch (IOException broken) {
      failed.incrementAndGet();
      firstFailure.compareAndSet("none", Console.word(broken.toString()));
    }
  }
}
