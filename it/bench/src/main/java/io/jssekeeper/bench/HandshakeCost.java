package io.jssekeeper.bench;

import io.jssekeeper.bench.HandshakeJvm.Cost;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Makes handshakes without the agent and with it, and prints what they cost.
 *
 * <p>The JVMs of a round exist at the same time and take turns, for a fraction of a second each, so
 * that other load on the machine affects all of them alike. Each round uses new ones, since no two
 * JVMs compile alike.
 */
final class HandshakeCost {
  private static final String NONE = "no agent";
  private static final int WARM_UP_SECONDS = 25;
  private static final int TURNS = 40;
  private static final double TURN_MICROS = 200_000;
  private static final int INTERPRETED = 100;

  private final Map<String, List<String>> agents = new LinkedHashMap<>();
  private final int rounds;
  private final String keys;

  private HandshakeCost(int rounds, String jar, String keys, String log) {
    this.rounds = rounds;
    this.keys = "-D" + HandshakeCalls.KEYS + "=" + keys;
    agents.put(NONE, List.of());
    agents.put("silent", List.of("-javaagent:" + jar + "=log=off"));
    agents.put("log to a file", List.of("-javaagent:" + jar + "=log=" + log));
    agents.put("shared keys", List.of("-javaagent:" + jar + "=log=off,server.keys=jvm"));
  }

  public static void main(String[] args) throws Exception {
    String only = args.length > 4 ? args[4] : "";
    new HandshakeCost(Integer.parseInt(args[0]), args[1], args[2], args[3]).run(only);
  }

  private void run(String only) throws Exception {
    System.out.printf(
        "JDK %s, %d processors, %d rounds of %d turns%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds, TURNS);
    System.out.printf(
        "%n%-16s %-14s %8s %8s %-16s %8s %8s %8s%n",
        "handshakes", "keeper", "CPU us", "ratio", "95 %", "wall us", "more B", "own B");
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      for (String call : List.of("full", "resumed")) {
        if ((call + " " + protocol).contains(only)) {
          if (rounds == 0) {
            printOwnBytes(protocol, call);
          } else {
            print(protocol, call);
          }
        }
      }
    }
  }

  private void printOwnBytes(String protocol, String call) throws Exception {
    double base = interpretedBytes(protocol, call, List.of());
    for (Map.Entry<String, List<String>> agent : agents.entrySet()) {
      double own = interpretedBytes(protocol, call, agent.getValue()) - base;
      System.out.printf(
          Locale.ROOT, "%-16s %-14s %61.0f%n", call + " " + protocol, agent.getKey(), own);
    }
  }

  private void print(String protocol, String call) throws Exception {
    Map<String, List<Cost[]>> costs = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("%s %s, round %d of %d%n", call, protocol, round, rounds);
      for (Map.Entry<String, Cost[]> cost : round(protocol, call).entrySet()) {
        costs.computeIfAbsent(cost.getKey(), name -> new ArrayList<>()).add(cost.getValue());
      }
    }
    List<Cost[]> base = costs.get(NONE);
    double ownBase = interpretedBytes(protocol, call, List.of());
    for (Map.Entry<String, List<Cost[]>> entry : costs.entrySet()) {
      Interval ratios = Interval.of(ratios(entry.getValue(), base));
      System.out.printf(
          Locale.ROOT,
          "%-16s %-14s %8.0f %8.3f %-16s %8.0f %8.0f %8.0f%n",
          call + " " + protocol,
          entry.getKey(),
          median(entry.getValue(), cost -> cost.cpuMicros),
          ratios.median(),
          ratios,
          median(entry.getValue(), cost -> cost.wallMicros),
          median(entry.getValue(), cost -> cost.bytes) - median(base, cost -> cost.bytes),
          interpretedBytes(protocol, call, agents.get(entry.getKey())) - ownBase);
    }
  }

  /** The cost of each agent's JVM, turn by turn. */
  private Map<String, Cost[]> round(String protocol, String call) throws Exception {
    Map<String, HandshakeJvm> jvms = new LinkedHashMap<>();
    Map<String, Cost[]> costs = new LinkedHashMap<>();
    try {
      int count = 1;
      for (Map.Entry<String, List<String>> agent : agents.entrySet()) {
        HandshakeJvm jvm = new HandshakeJvm(options(agent.getValue()), protocol, call);
        jvms.put(agent.getKey(), jvm);
        count = warmUp(jvm);
      }
      for (int turn = 0; turn < TURNS; turn++) {
        for (Map.Entry<String, HandshakeJvm> jvm : jvms.entrySet()) {
          Cost[] own = costs.computeIfAbsent(jvm.getKey(), name -> new Cost[TURNS]);
          own[turn] = jvm.getValue().run(count);
        }
      }
    } finally {
      for (HandshakeJvm jvm : jvms.values()) {
        jvm.close();
      }
    }
    return costs;
  }

  private List<String> options(List<String> agent) {
    List<String> options = new ArrayList<>(agent);
    options.add(keys);
    return options;
  }

  /** Returns how many handshakes make up a turn. */
  private static int warmUp(HandshakeJvm jvm) throws IOException {
    long end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
    int count = 20;
    while (System.nanoTime() - end < 0) {
      count = (int) Math.max(1, TURN_MICROS / jvm.run(count).cpuMicros);
    }
    return count;
  }

  /**
   * Bytes per handshake without compilation: exact, and everything that the code allocates.
   * Compiled code eliminates some of the keeper's allocations, and no longer eliminates some of
   * JSSE's that it would without the keeper.
   */
  private double interpretedBytes(String protocol, String call, List<String> agent)
      throws Exception {
    List<String> options = options(agent);
    options.add("-Xint");
    try (HandshakeJvm jvm = new HandshakeJvm(options, protocol, call)) {
      jvm.run(INTERPRETED);
      return jvm.run(INTERPRETED).bytes;
    }
  }

  private static List<double[]> ratios(List<Cost[]> costs, List<Cost[]> base) {
    List<double[]> ratios = new ArrayList<>();
    for (int round = 0; round < base.size(); round++) {
      double[] ofRound = new double[TURNS];
      for (int turn = 0; turn < TURNS; turn++) {
        ofRound[turn] = costs.get(round)[turn].cpuMicros / base.get(round)[turn].cpuMicros;
      }
      ratios.add(ofRound);
    }
    return ratios;
  }

  private static double median(List<Cost[]> costs, ToDoubleFunction<Cost> of) {
    return Interval.median(costs.stream().flatMap(Arrays::stream).mapToDouble(of).toArray());
  }
}
