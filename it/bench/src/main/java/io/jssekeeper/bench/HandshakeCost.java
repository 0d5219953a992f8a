package io.jssekeeper.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Makes handshakes without the agent and with it, in turn, and prints what they cost. */
final class HandshakeCost {
  private static final String NONE = "no agent";

  /** The compiler takes a tenth of a processor a minute after the first handshake yet. */
  private static final int WARM_UP_SECONDS = 60;

  private final Map<String, String> agents = new LinkedHashMap<>();
  private final int rounds;
  private final String keys;

  private HandshakeCost(int rounds, String jar, String keys, String log) {
    this.rounds = rounds;
    this.keys = keys;
    agents.put(NONE, "");
    agents.put("silent", "-javaagent:" + jar + "=log=off");
    agents.put("silent, keys=jvm", "-javaagent:" + jar + "=log=off,server.keys=jvm");
    agents.put("log to a file", "-javaagent:" + jar + "=log=" + log);
  }

  public static void main(String[] args) throws RunnerException {
    new HandshakeCost(Integer.parseInt(args[0]), args[1], args[2], args[3]).run();
  }

  private void run() throws RunnerException {
    System.out.printf(
        "JDK %s, %d processors, medians of %d rounds%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds);
    System.out.printf(
        "%n%-16s %-14s %8s %8s %8s %8s %8s  %s%n",
        "handshakes", "keeper", "CPU us", "compiler", "ratio", "wall us", "more B", "ratios");
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      for (String call : List.of("full", "resumed")) {
        print(call + " " + protocol, inTurn(call, protocol));
      }
    }
  }

  /** All agents once a round, so that what else the machine does meets all of them alike. */
  private Map<String, List<Cost>> inTurn(String call, String protocol) throws RunnerException {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<String, String> agent : agents.entrySet()) {
        System.err.printf(
            "%s %s, round %d of %d: %s%n", call, protocol, round, rounds, agent.getKey());
        costs
            .computeIfAbsent(agent.getKey(), name -> new ArrayList<>())
            .add(measure(call, protocol, agent.getValue()));
      }
    }
    return costs;
  }

  private Cost measure(String call, String protocol, String agent) throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + HandshakeCalls.class.getSimpleName() + "\\." + call + "$")
            .param("protocol", protocol)
            .forks(1)
            .warmupIterations(WARM_UP_SECONDS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(10)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(CpuTime.class)
            .addProfiler(GCProfiler.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    String store = "-D" + HandshakeCalls.KEYS + "=" + keys;
    Collection<RunResult> results =
        new Runner(
                (agent.isEmpty()
                        ? options.jvmArgs("-Xms512m", "-Xmx512m", store)
                        : options.jvmArgs("-Xms512m", "-Xmx512m", store, agent))
                    .build())
            .run();
    RunResult result = results.iterator().next();
    return new Cost(
        micros(result, CpuTime.LABEL),
        micros(result, CpuTime.COMPILER_LABEL),
        result.getPrimaryResult().getScore(),
        allocated(result));
  }

  private static double micros(RunResult result, String label) {
    return result.getSecondaryResults().get(label).getScore() / 1000;
  }

  /** By whatever name JMH has it. */
  private static double allocated(RunResult result) {
    return result.getSecondaryResults().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("gc.alloc.rate.norm"))
        .findFirst()
        .orElseThrow()
        .getValue()
        .getScore();
  }

  private static void print(String handshakes, Map<String, List<Cost>> costs) {
    List<Cost> base = costs.get(NONE);
    for (Map.Entry<String, List<Cost>> entry : costs.entrySet()) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < base.size(); round++) {
        ratios.add(entry.getValue().get(round).runMicros() / base.get(round).runMicros());
      }
      System.out.printf(
          Locale.ROOT,
          "%-16s %-14s %8.0f %8.0f %8.3f %8.0f %8.0f  %s%n",
          handshakes,
          entry.getKey(),
          median(entry.getValue(), cost -> cost.cpuMicros),
          median(entry.getValue(), cost -> cost.compilerMicros),
          median(ratios, ratio -> ratio),
          median(entry.getValue(), cost -> cost.wallMicros),
          median(entry.getValue(), cost -> cost.bytes) - median(base, cost -> cost.bytes),
          spread(ratios));
    }
  }

  private static String spread(List<Double> ratios) {
    double[] sorted = ratios.stream().mapToDouble(ratio -> ratio).sorted().toArray();
    return String.format(Locale.ROOT, "%.3f to %.3f", sorted[0], sorted[sorted.length - 1]);
  }

  private static <T> double median(List<T> values, ToDoubleFunction<T> of) {
    double[] sorted = values.stream().mapToDouble(of).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** What one handshake has cost, both sides together. */
  private static final class Cost {
    private final double cpuMicros;
    private final double compilerMicros;
    private final double wallMicros;
    private final double bytes;

    Cost(double cpuMicros, double compilerMicros, double wallMicros, double bytes) {
      this.cpuMicros = cpuMicros;
      this.compilerMicros = compilerMicros;
      this.wallMicros = wallMicros;
      this.bytes = bytes;
    }

    /** What stays once the JVM has compiled everything. */
    double runMicros() {
      return cpuMicros - compilerMicros;
    }
  }
}
