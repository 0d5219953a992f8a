package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.explain.Values;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A period of observation: handshakes by result in each part of it. */
final class ReportedTime {
  private static final int MAX_STEPS = 60;
  private static final Duration MAX = Duration.ofHours(1);

  private final int steps;
  private final long stepNanos;
  private final Screen screen;
  private final Map<String, long[]> counts = new TreeMap<>();

  /**
   * @throws RefusedException if it is shorter than a second or longer than an hour
   */
  ReportedTime(Duration time, Screen screen) throws RefusedException {
    if (time.toSeconds() < 1 || time.compareTo(MAX) > 0) {
      throw new RefusedException("--for takes from 1s to 1h");
    }
    steps = (int) Math.min(MAX_STEPS, time.toSeconds());
    stepNanos = time.toNanos() / steps;
    this.screen = screen;
    for (String result : List.of("full", "resumed", "failed")) {
      counts.put(result, new long[steps]);
    }
  }

  /** Returns when that time is over. */
  void watch(Values<RefusedException> keeper) throws RefusedException, InterruptedException {
    long begin = System.nanoTime();
    Map<String, Long> before = totals(keeper);
    for (int step = 0; step < steps; step++) {
      screen.progress("watching: part " + (step + 1) + " of " + steps);
      long end = begin + (step + 1) * stepNanos;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, end - System.nanoTime()));
      Map<String, Long> now = totals(keeper);
      for (Map.Entry<String, long[]> each : counts.entrySet()) {
        each.getValue()[step] =
            now.getOrDefault(each.getKey(), 0L) - before.getOrDefault(each.getKey(), 0L);
      }
      before = now;
    }
    screen.progress("");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Long> totals(Values<RefusedException> keeper) throws RefusedException {
    Map<String, Long> totals = new TreeMap<>();
    for (Map<String, Object> row : (List<Map<String, Object>>) keeper.value("Handshakes")) {
      totals.merge((String) row.get("result"), (Long) row.get("count"), Long::sum);
    }
    return totals;
  }

  /** As the page plots them. */
  Map<String, Object> rates() {
    Map<String, Object> rates = new LinkedHashMap<>();
    rates.put("stepSeconds", stepNanos / 1e9);
    rates.put("endMillis", System.currentTimeMillis());
    rates.putAll(counts);
    return rates;
  }
}
