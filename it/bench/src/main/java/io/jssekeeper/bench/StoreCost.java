package io.jssekeeper.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the calls on each cache in turn and prints their cost; see store-cost. */
final class StoreCost {
  private static final List<String> CACHES =
      List.of(MemoryCacheContender.NAME, CaffeineContender.NAME, StoreContender.NAME);
  private static final List<Call> CALLS =
      List.of(
          new Call("get, 1 thread", "get", 1),
          new Call("get, 2 threads", "get", 2),
          new Call("put", "put", 1),
          new Call("put, 2 threads", "put", 2),
          new Call("get+put, 2 threads", "getPut", 2),
          new Call("put after use", "putAfterUse", 1),
          new Call("put+remove", "putRemove", 1));

  /** Enough for the ids and sessions of {@link StoreCalls.Full}, and much room. */
  private static final int HEAP_MB = 512 + StoreCalls.CAPACITY / 400;

  private StoreCost() {}

  public static void main(String[] args) throws RunnerException {
    int rounds = Integer.parseInt(args[0]);
    String wanted = args.length > 1 ? args[1] : "";
    System.out.printf(
        "JDK %s, %d processors, %d sessions, medians of %d rounds%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), StoreCalls.CAPACITY, rounds);
    System.out.printf(
        "%n%-18s %-12s %8s %8s %8s %s%n", "call", "cache", "CPU ns", "ratio", "wall ns", "ratios");
    for (Call call : CALLS) {
      if (wanted.isEmpty() || wanted.equals(call.name)) {
        print(call, inTurn(call, rounds));
      }
    }
  }

  /** All caches once a round, so that other load on the machine affects all of them alike. */
  private static Map<String, List<Cost>> inTurn(Call call, int rounds) throws RunnerException {
    Map<String, List<Cost>> costs = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (String cache : CACHES) {
        System.err.printf("%s, round %d of %d: %s%n", call.name, round, rounds, cache);
        costs.computeIfAbsent(cache, c -> new ArrayList<>()).add(run(call, cache));
      }
    }
    return costs;
  }

  private static Cost run(Call call, String cache) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("\\." + StoreCalls.class.getSimpleName() + "\\." + call.method + "$")
                    .param("cache", cache)
                    .threads(call.threads)
                    .forks(1)
                    .jvmArgs(
                        "-Xms" + HEAP_MB + "m",
                        "-Xmx" + HEAP_MB + "m",
                        "-D" + StoreCalls.SESSIONS + "=" + StoreCalls.CAPACITY,
                        "--add-exports=java.base/sun.security.util=ALL-UNNAMED")
                    .warmupIterations(3)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.seconds(1))
                    .addProfiler(CpuTime.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    RunResult result = results.iterator().next();
    return new Cost(
        result.getSecondaryResults().get(CpuTime.LABEL).getScore(),
        result.getPrimaryResult().getScore());
  }

  private static void print(Call call, Map<String, List<Cost>> costs) {
    List<Cost> base = costs.get(MemoryCacheContender.NAME);
    for (Map.Entry<String, List<Cost>> entry : costs.entrySet()) {
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < base.size(); round++) {
        ratios.add(entry.getValue().get(round).cpuNanos / base.get(round).cpuNanos);
      }
      System.out.printf(
          Locale.ROOT,
          "%-18s %-12s %8.0f %8.2f %8.0f %s%n",
          call.name,
          entry.getKey(),
          median(entry.getValue(), cost -> cost.cpuNanos),
          median(ratios, ratio -> ratio),
          median(entry.getValue(), cost -> cost.wallNanos),
          spread(ratios));
    }
  }

  private static String spread(List<Double> ratios) {
    double[] sorted = ratios.stream().mapToDouble(ratio -> ratio).sorted().toArray();
    return String.format(Locale.ROOT, "%.2f to %.2f", sorted[0], sorted[sorted.length - 1]);
  }

  private static <T> double median(List<T> values, ToDoubleFunction<T> of) {
    double[] sorted = values.stream().mapToDouble(of).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** One measured call. */
  private static final class Call {
    private final String name;
    private final String method;
    private final int threads;

    Call(String name, String method, int threads) {
      this.name = name;
      this.method = method;
      this.threads = threads;
    }
  }

  /** The cost of one call. */
  private static final class Cost {
    private final double cpuNanos;
    private final double wallNanos;

    Cost(double cpuNanos, double wallNanos) {
      this.cpuNanos = cpuNanos;
      this.wallNanos = wallNanos;
    }
  }
}
