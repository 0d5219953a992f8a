package io.jssekeeper.bench.soak;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Lets a JVM with the keeper and one without it make handshakes in turn, and prints what they hold
 * and how long it took; see soak.
 *
 * <p>Arguments: WORK_DIRECTORY AGENT_JAR MINUTES RATE.
 */
final class Soak {
  private static final String OPTIONS = "memory=2m,sweep=1s,log=";
  private static final int TURNS = 30;
  private static final int MOST_SECONDS = 10;
  private static final int MOST_SECONDS_OF_LOG = 70;
  private static final int TURNS_PER_COMPARISON = 5;

  private final Path work;
  private final int rate;
  private final long seconds;
  private final int turnSeconds;
  private final List<Map<String, Double>> samples = new ArrayList<>();
  private final RotatedLog log;
  private long handshakes;
  private double atWork;

  private Soak(Path work, double minutes, int rate) {
    this.work = work;
    this.rate = rate;
    this.seconds = Math.round(minutes * 60);
    this.turnSeconds = (int) Math.max(2, Math.min(MOST_SECONDS, seconds / TURNS));
    this.log = new RotatedLog(work.resolve("handshakes.log"));
  }

  public static void main(String[] args) throws Exception {
    Path work = Path.of(args[0]);
    Soak soak = new Soak(work, Double.parseDouble(args[2]), Integer.parseInt(args[3]));
    String agent = "-javaagent:" + args[1] + "=" + OPTIONS + work.resolve("handshakes.log");
    try (SoakJvm with = new SoakJvm(work, List.of(agent));
        SoakJvm without = new SoakJvm(work, List.of())) {
      soak.run(with, without);
      System.exit(soak.report(with, without) ? 0 : 1);
    }
  }

  private void run(SoakJvm with, SoakJvm without) throws Exception {
    for (int turn = 0; turn < TURNS_PER_COMPARISON; turn++) {
      without.work(turnSeconds, rate); // or it would be far behind: it works less often
    }
    long start = System.nanoTime();
    boolean isWarm = false;
    for (int turn = 1; elapsed(start) < seconds; turn++) {
      if (!isWarm && elapsed(start) > seconds / 3.0) {
        with.ask("reset");
        without.ask("reset");
        isWarm = true;
      }
      Map<String, Double> sample = with.work(turnSeconds, rate);
      sample.put("seconds", elapsed(start));
      add(sample);
      log.rotate();
      if (turn % TURNS_PER_COMPARISON == 0) {
        without.work(turnSeconds, rate);
      }
    }
  }

  private static double elapsed(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private void add(Map<String, Double> sample) throws Exception {
    samples.add(sample);
    handshakes += sample.get("handshakes").longValue();
    atWork += sample.get("handshakes") / sample.get("rate");
    System.err.printf(
        Locale.ROOT,
        "%5.0f s: %,d handshakes, %.0f per second, %.0f kB of heap%n",
        sample.get("seconds"),
        handshakes,
        sample.get("rate"),
        sample.get("heapKb"));
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", samples.get(0).keySet()));
    for (Map<String, Double> each : samples) {
      lines.add(
          each.values().stream()
              .map(value -> String.format(Locale.ROOT, "%.0f", value))
              .collect(Collectors.joining(",")));
    }
    Files.write(work.resolve("soak.csv"), lines);
  }

  /** Returns whether all is well. */
  private boolean report(SoakJvm with, SoakJvm without) throws Exception {
    String head =
        String.format(
            Locale.ROOT,
            "JDK %s, %d processors, %.0f minutes, %,d handshakes, %,.0f per second at work",
            Runtime.version(),
            Runtime.getRuntime().availableProcessors(),
            samples.get(samples.size() - 1).get("seconds") / 60,
            handshakes,
            handshakes / atWork);
    System.out.println(head);
    boolean flat = Trends.print(samples);
    Stalls stalls = new Stalls();
    stalls.print(with.ask("times"), without.ask("times"));
    int waits = Integer.parseInt(with.ask("waits").get(0));
    Map<String, Double> last = with.state();
    long logged = loggedInTheEnd(last.get("counted").longValue());
    System.out.printf(
        Locale.ROOT,
        "%nwaits in the keeper's code above 1 ms: %,d%n"
            + "errors swallowed: %.0f, records dropped: %.0f, handshakes counted: %.0f,"
            + " logged: %d%n"
            + "sessions expired: %,.0f, evicted: %,.0f, collected: %,.0f%n",
        waits,
        last.get("ErrorsSwallowed"),
        last.get("RecordsDropped"),
        last.get("counted"),
        logged,
        last.get("expired"),
        last.get("evicted"),
        last.get("collected"));
    Files.writeString(work.resolve("soak.svg"), chart(head));
    boolean lossless =
        last.get("ErrorsSwallowed") == 0
            && last.get("RecordsDropped") == 0
            && logged == last.get("counted").longValue();
    boolean quick = stalls.isFine() && waits <= handshakes / 1_000;
    System.out.printf("flat: %s, nothing lost: %s, no stall: %s%n", flat, lossless, quick);
    return flat && lossless && quick;
  }

  /** The log sums up similar failures once a minute. */
  private long loggedInTheEnd(long counted) throws Exception {
    long logged = log.records();
    for (int second = 0; logged < counted && second < MOST_SECONDS_OF_LOG; second++) {
      TimeUnit.SECONDS.sleep(1);
      logged = log.records();
    }
    return logged;
  }

  private String chart(String head) {
    Chart chart = new Chart(samples);
    chart.add("handshakes a second", "rate", 1);
    chart.add("heap after a collection, MB", "heapKb", 1024);
    chart.add("metaspace, MB", "metaspaceKb", 1024);
    chart.add("threads", "threads", 1);
    chart.add("open files", "files", 1);
    chart.add("sessions held", "sessions", 1);
    chart.add("sessions expired so far, thousands", "expired", 1_000);
    chart.add("sessions evicted so far, thousands", "evicted", 1_000);
    return chart.svg(head);
  }
}
