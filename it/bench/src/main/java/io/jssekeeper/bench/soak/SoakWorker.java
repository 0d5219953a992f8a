package io.jssekeeper.bench.soak;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The JVM whose handshakes are measured. Reads a command a line; each answer ends with {@code
 * done}.
 *
 * <p>{@code work SECONDS RATE} makes handshakes in each processor's thread, and answers with what
 * the JVM then holds; {@code state} says that alone; {@code reset} forgets durations; {@code times}
 * lists them; {@code waits} counts. Arguments: KEYS OTHER_KEYS SCRATCH_FILE.
 */
final class SoakWorker {
  private static final String THREAD = "handshakes-";

  private final int threads = Runtime.getRuntime().availableProcessors();
  private final Waits waits = new Waits();
  private final JvmState state = new JvmState();
  private final Sites sites;
  private final SocketTraffic sockets;
  private final Path scratch;
  private HandshakeTimes times = new HandshakeTimes();
  private long turn;

  private SoakWorker(String[] args) throws Exception {
    sites = new Sites(args[0], args[1]);
    sockets = new SocketTraffic(sites.get(0));
    scratch = Path.of(args[2]);
  }

  public static void main(String[] args) throws Exception {
    SoakWorker worker = new SoakWorker(args);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      worker.answer(line.split(" "));
      System.out.println("done");
    }
  }

  private void answer(String[] words) throws Exception {
    switch (words[0]) {
      case "work":
        work(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
        break;
      case "state":
        printState();
        break;
      case "reset":
        times = new HandshakeTimes();
        waits.reset();
        break;
      case "times":
        times.lines().forEach(System.out::println);
        break;
      case "waits":
        System.out.println(waits.count(THREAD, scratch));
        break;
      default:
        throw new IllegalArgumentException(words[0]);
    }
  }

  private void work(int seconds, int rate) throws Exception {
    long start = System.nanoTime();
    long end = start + TimeUnit.SECONDS.toNanos(seconds);
    long pace = TimeUnit.SECONDS.toNanos(threads) / rate;
    ExecutorService workers =
        Executors.newFixedThreadPool(threads + 1, task -> new Thread(task, THREAD + turn));
    HandshakeTimes ofTurn = new HandshakeTimes();
    int connections;
    try {
      List<Future<HandshakeTimes>> loads = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        loads.add(workers.submit(new Load(sites, pace, turn * threads + i, end)));
      }
      connections = workers.submit(() -> sockets.connectUntil(end)).get();
      for (Future<HandshakeTimes> load : loads) {
        ofTurn.addAll(load.get());
      }
    } finally {
      workers.shutdown();
      workers.awaitTermination(1, TimeUnit.MINUTES);
    }
    turn++;
    times.addAll(ofTurn);
    long handshakes = ofTurn.count() + connections;
    System.out.println("handshakes=" + handshakes);
    System.out.println("rate=" + handshakes * 1e9 / (System.nanoTime() - start));
    printState();
  }

  private void printState() throws Exception {
    for (Map.Entry<String, Double> each : state.read().entrySet()) {
      System.out.println(each.getKey() + "=" + each.getValue());
    }
  }
}
