package io.jssekeeper.it.program;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * {@code count} simultaneous connections to one peer: each has sent its ClientHello before any of
 * them reads from the server.
 */
final class Wave {
  private final Connections connections;
  private final Arguments wanted;
  private final AtomicInteger full = new AtomicInteger();
  private final AtomicInteger resumed = new AtomicInteger();
  private final AtomicReference<String> failure = new AtomicReference<>("none");

  Wave(Connections connections, Arguments wanted) {
    this.connections = connections;
    this.wanted = wanted;
  }

  /** {@code wave full=N resumed=N failure=none}. */
  String answer() throws InterruptedException {
    int count = wanted.number("count");
    Gate gate = new Gate(count);
    Thread[] threads = new Thread[count];
    for (int i = 0; i < count; i++) {
      threads[i] = new Thread(() -> visit(gate), "wave");
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return "wave full=" + full + " resumed=" + resumed + " failure=" + failure;
  }

  private void visit(Gate gate) {
    try {
      (new Visit(connections.through(gate), wanted).resumed() ? resumed : full).incrementAndGet();
    } catch (IOException broken) {
      failure.compareAndSet("none", Console.word(broken.toString()));
    } finally {
      gate.spoken();
    }
  }
}
