package io.jssekeeper.bench;

import io.jssekeeper.bench.Callgrind.Instructions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Makes handshakes without the agent and with it, and prints how many instructions they take. */
final class HandshakeInstructions {
  private static final String NONE = "no agent";

  /** After these, C2 has compiled what a handshake calls. */
  private static final int WARM_UP = 30_000;

  private static final int COUNTED = 2_000;

  private final Path work;
  private final String protocol;
  private final String call;
  private final Map<String, List<String>> agents = new LinkedHashMap<>();

  private HandshakeInstructions(Path work, String jar, String kind) {
    this.work = work;
    call = kind.substring(0, kind.indexOf(' '));
    protocol = kind.substring(kind.indexOf(' ') + 1);
    String log = work.resolve("handshakes.log").toString();
    agents.put(NONE, List.of());
    agents.put("silent", List.of("-javaagent:" + jar + "=log=off"));
    agents.put("log to a file", List.of("-javaagent:" + jar + "=log=" + log));
    agents.put("shared keys", List.of("-javaagent:" + jar + "=log=off,server.keys=jvm"));
  }

  public static void main(String[] args) throws Exception {
    new HandshakeInstructions(Path.of(args[1]), args[2], args[3]).run(Integer.parseInt(args[0]));
  }

  private void run(int rounds) throws Exception {
    System.out.printf(
        "JDK %s, %s %s, %d rounds of %d handshakes%n",
        Runtime.version(), call, protocol, rounds, COUNTED);
    System.out.printf(
        "%n%-14s %12s %8s %-16s %12s %8s %-16s%n",
        "keeper",
        "own thread",
        "ratio",
        "lowest, highest",
        "all threads",
        "ratio",
        "lowest, highest");
    Map<String, List<Instructions>> counts = count(rounds);
    List<Instructions> base = counts.get(NONE);
    for (Map.Entry<String, List<Instructions>> count : counts.entrySet()) {
      System.out.printf(
          Locale.ROOT,
          "%-14s %s %s%n",
          count.getKey(),
          columns(count.getValue(), base, instructions -> instructions.own),
          columns(count.getValue(), base, instructions -> instructions.ofAllThreads));
    }
  }

  private static String columns(
      List<Instructions> counts, List<Instructions> base, ToDoubleFunction<Instructions> of) {
    double[] ratios =
        IntStream.range(0, counts.size())
            .mapToDouble(i -> of.applyAsDouble(counts.get(i)) / of.applyAsDouble(base.get(i)))
            .sorted()
            .toArray();
    return String.format(
        Locale.ROOT,
        "%12.0f %8.3f %.3f to %.3f  ",
        Interval.median(counts.stream().mapToDouble(of).toArray()),
        Interval.median(ratios),
        ratios[0],
        ratios[ratios.length - 1]);
  }

  /** Instructions per handshake with each agent, round by round. */
  private Map<String, List<Instructions>> count(int rounds) throws Exception {
    ExecutorService processors =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      Map<String, List<Future<Instructions>>> started = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        for (Map.Entry<String, List<String>> agent : agents.entrySet()) {
          Path folder = work.resolve(round + "-" + agent.getKey().replace(' ', '-'));
          started
              .computeIfAbsent(agent.getKey(), name -> new ArrayList<>())
              .add(processors.submit(() -> count(folder, agent.getValue())));
        }
      }
      Map<String, List<Instructions>> counts = new LinkedHashMap<>();
      for (Map.Entry<String, List<Future<Instructions>>> agent : started.entrySet()) {
        List<Instructions> ofAgent = new ArrayList<>();
        for (Future<Instructions> count : agent.getValue()) {
          ofAgent.add(count.get());
        }
        counts.put(agent.getKey(), ofAgent);
      }
      return counts;
    } finally {
      processors.shutdownNow();
    }
  }

  private Instructions count(Path folder, List<String> agent) throws Exception {
    Files.createDirectory(folder);
    List<String> options = new ArrayList<>(agent);
    options.add("-D" + HandshakeCalls.KEYS + "=" + work.resolve("bench.p12"));
    try (Callgrind jvm = new Callgrind(folder, options, protocol, call)) {
      jvm.warmUp(WARM_UP);
      return jvm.count(COUNTED);
    }
  }
}
