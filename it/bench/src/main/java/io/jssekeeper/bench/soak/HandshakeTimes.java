package io.jssekeeper.bench.soak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long handshakes took, by what came of them. Not thread-safe. */
final class HandshakeTimes {
  private final Map<String, Buckets[]> byOutcome = new LinkedHashMap<>();

  HandshakeTimes() {
    for (String outcome :
        new String[] {
          "full TLSv1.2", "full TLSv1.3", "resumed TLSv1.2", "resumed TLSv1.3", "failed"
        }) {
      byOutcome.put(outcome, new Buckets[] {new Buckets(), new Buckets()});
    }
  }

  void add(String outcome, long cpuNanos, long wallNanos) {
    Buckets[] both = byOutcome.get(outcome);
    both[0].add(cpuNanos);
    both[1].add(wallNanos);
  }

  void addAll(HandshakeTimes others) {
    others.byOutcome.forEach(
        (outcome, both) -> {
          byOutcome.get(outcome)[0].addAll(both[0]);
          byOutcome.get(outcome)[1].addAll(both[1]);
        });
  }

  long count() {
    return byOutcome.values().stream().mapToLong(both -> both[0].count()).sum();
  }

  /**
   * A line for each outcome: its name, how many, and microseconds of CPU and of wall time at 50 %
   * and 99.9 %, separated by commas.
   */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    byOutcome.forEach(
        (outcome, both) ->
            lines.add(
                String.format(
                    Locale.ROOT,
                    "%s,%d,%.1f,%.1f,%.1f,%.1f",
                    outcome,
                    both[0].count(),
                    both[0].microsAt(0.5),
                    both[0].microsAt(0.999),
                    both[1].microsAt(0.5),
                    both[1].microsAt(0.999))));
    return lines;
  }
}
