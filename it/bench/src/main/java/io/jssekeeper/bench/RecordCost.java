package io.jssekeeper.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Sends records without the agent and with it, in turn, and prints their cost. */
final class RecordCost {
  private static final int WARM_UP_SECONDS = 30;
  private static final int SECONDS = 10;

  private final int rounds;
  private final String agent;
  private final String keys;

  private RecordCost(int rounds, String jar, String keys) {
    this.rounds = rounds;
    this.agent = "-javaagent:" + jar + "=log=off";
    this.keys = "-D" + HandshakeCalls.KEYS + "=" + keys;
  }

  public static void main(String[] args) throws RunnerException {
    new RecordCost(Integer.parseInt(args[0]), args[1], args[2]).run();
  }

  private void run() throws RunnerException {
    System.out.printf(
        "JDK %s, %d processors, medians of %d rounds%n%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds);
    System.out.printf(
        "%-8s %6s %14s %14s %8s  %s%n",
        "records", "bytes", "no agent ns", "keeper ns", "ratio", "");
    for (String call : List.of("engine", "socket")) {
      for (int bytes : new int[] {64, 16_000}) {
        compare(call, bytes);
      }
    }
  }

  private void compare(String call, int bytes) throws RunnerException {
    List<Double> without = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      without.add(cpuNanos(call, bytes));
      with.add(cpuNanos(call, bytes, agent));
      ratios.add(with.get(round) / without.get(round));
    }
    System.out.printf(
        Locale.ROOT,
        "%-8s %6d %14.0f %14.0f %8.3f  %.3f to %.3f%n",
        call,
        bytes,
        median(without),
        median(with),
        median(ratios),
        Collections.min(ratios),
        Collections.max(ratios));
  }

  private double cpuNanos(String call, int bytes, String... agents) throws RunnerException {
    List<String> arguments = new ArrayList<>(List.of("-Xms512m", "-Xmx512m", keys));
    arguments.addAll(List.of(agents));
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + RecordCalls.class.getSimpleName() + "\\." + call + "$")
            .param("bytes", Integer.toString(bytes))
            .jvmArgs(arguments.toArray(new String[0]))
            .forks(1)
            .warmupIterations(WARM_UP_SECONDS)
            .warmupTime(TimeValue.seconds(1))
            .measurementIterations(SECONDS)
            .measurementTime(TimeValue.seconds(1))
            .addProfiler(CpuTime.class)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    return new Runner(options.build())
        .run()
        .iterator()
        .next()
        .getSecondaryResults()
        .get(CpuTime.LABEL)
        .getScore();
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(value -> value).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
