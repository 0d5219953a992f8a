package io.jssekeeper.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs the same work on several threads that start together; rethrows what any of them throws. */
final class Threads {
  static final int COUNT = 8;

  /** The work of the thread with that number. */
  interface Work {
    void run(int thread) throws Exception;
  }

  private Threads() {}

  static void run(Work work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(COUNT);
    try {
      CountDownLatch start = new CountDownLatch(COUNT);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < COUNT; i++) {
        int thread = i;
        running.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  work.run(thread);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
