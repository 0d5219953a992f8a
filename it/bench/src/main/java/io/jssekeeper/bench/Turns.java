package io.jssekeeper.bench;

import io.jssekeeper.bench.WorkerJvm.Cost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * JVMs that do the same work in different ways, and what that costs them.
 *
 * <p>The JVMs of a round exist at the same time and take turns, for a fraction of a second each, so
 * that other load on the machine affects all of them alike. Each round uses new ones, since no two
 * JVMs compile alike.
 */
final class Turns {
  /** How many turns a round has. */
  static final int TURNS = 40;

  private static final double TURN_NANOS = 200e6;
  private static final int FIRST_COUNT = 20;

  private final int warmUpSeconds;

  /** Of each name, the costs of each round. */
  private final Map<String, List<Cost[]>> costs = new LinkedHashMap<>();

  Turns(int warmUpSeconds) {
    this.warmUpSeconds = warmUpSeconds;
  }

  /** One more round. */
  void round(Iterable<String> names, Starter starter) throws IOException {
    Map<String, WorkerJvm> jvms = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    try {
      for (String name : names) {
        jvms.put(name, starter.start(name));
        costs.computeIfAbsent(name, n -> new ArrayList<>()).add(new Cost[TURNS]);
        counts.put(name, warmUp(jvms.get(name)));
      }
      for (int turn = 0; turn < TURNS; turn++) {
        for (Map.Entry<String, WorkerJvm> jvm : jvms.entrySet()) {
          last(jvm.getKey())[turn] = jvm.getValue().run(counts.get(jvm.getKey()));
        }
      }
    } finally {
      for (WorkerJvm jvm : jvms.values()) {
        jvm.close();
      }
    }
  }

  private Cost[] last(String name) {
    List<Cost[]> ofName = costs.get(name);
    return ofName.get(ofName.size() - 1);
  }

  /** Returns how many calls make up a turn. */
  private int warmUp(WorkerJvm jvm) throws IOException {
    jvm.run(FIRST_COUNT); // waits until it has started
    long end = System.nanoTime() + warmUpSeconds * 1_000_000_000L;
    int count = FIRST_COUNT;
    while (System.nanoTime() - end < 0) {
      long clock = System.nanoTime();
      jvm.run(count);
      double nanos = Math.max(1, System.nanoTime() - clock);
      double next = count * Math.min(10, TURN_NANOS / nanos);
      count = (int) Math.ceil((count + next) / 2); // one that was held up changes little
    }
    return count;
  }

  /** CPU time as a part of what the other one took in the same turn. */
  Interval ratios(String name, String base) {
    List<double[]> ratios = new ArrayList<>();
    for (int round = 0; round < costs.get(base).size(); round++) {
      double[] ofRound = new double[TURNS];
      for (int turn = 0; turn < TURNS; turn++) {
        ofRound[turn] =
            costs.get(name).get(round)[turn].cpuNanos / costs.get(base).get(round)[turn].cpuNanos;
      }
      ratios.add(ofRound);
    }
    return Interval.of(ratios);
  }

  /** Over all turns of all rounds. */
  double median(String name, ToDoubleFunction<Cost> of) {
    return Interval.median(
        costs.get(name).stream().flatMap(Arrays::stream).mapToDouble(of).toArray());
  }

  /** Starts the JVM of that name. */
  interface Starter {
    WorkerJvm start(String name) throws IOException;
  }
}
