package io.jssekeeper.bench;

import io.jssekeeper.bench.StoreCalls.Turn;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes as many calls as each input line says, shared among its threads, and answers with a line:
 * CPU time of the process since the last answer, elapsed time of each thread, both in nanoseconds,
 * and 0.
 *
 * <p>Since the last answer: what the collector does between two turns belongs to the calls before.
 */
final class StoreWorker {
  /** How many calls a thread takes on at a time, so that all are at work until the end. */
  private static final int PORTION = 500;

  private final ThreadTimes times = new ThreadTimes();
  private final AtomicInteger left = new AtomicInteger();
  private final StoreCalls calls;
  private final StoreCall call;
  private final ExecutorService executor;
  private final List<Callable<Integer>> threads = new ArrayList<>();

  private StoreWorker(StoreCalls calls, StoreCall call) {
    this.calls = calls;
    this.call = call;
    this.executor = Executors.newFixedThreadPool(call.threads);
    for (int i = 0; i < call.threads; i++) {
      Turn turn = new Turn(i, call.threads);
      threads.add(() -> work(turn));
    }
  }

  public static void main(String[] args) throws Exception {
    try (StoreCalls calls = new StoreCalls(args[0])) {
      StoreWorker worker = new StoreWorker(calls, StoreCall.valueOf(args[1]));
      worker.times.more();
      BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        System.out.println(worker.run(Integer.parseInt(line)));
      }
      worker.executor.shutdown();
    }
  }

  private String run(int count) throws Exception {
    long clock = System.nanoTime();
    left.set(count);
    for (Future<Integer> each : executor.invokeAll(threads)) {
      each.get();
    }
    long elapsed = System.nanoTime() - clock;
    return times.more() + " " + elapsed * call.threads + " 0";
  }

  private int work(Turn turn) {
    int sum = 0;
    for (int now = portion(); now > 0; now = portion()) {
      for (int i = 0; i < now; i++) {
        sum += call.make(calls, turn);
      }
    }
    return sum;
  }

  /** How many calls to make now; 0 or less at the end. */
  private int portion() {
    return Math.min(PORTION, left.getAndAdd(-PORTION));
  }
}
