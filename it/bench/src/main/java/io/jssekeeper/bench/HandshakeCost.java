package io.jssekeeper.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes handshakes without the agent and with it in {@link Turns}, and prints what they cost. */
final class HandshakeCost {
  private static final String NONE = "no agent";
  private static final int WARM_UP_SECONDS = 25;
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
        Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds, Turns.TURNS);
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
    Turns turns = new Turns(WARM_UP_SECONDS);
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("%s %s, round %d of %d%n", call, protocol, round, rounds);
      turns.round(agents.keySet(), name -> jvm(options(agents.get(name)), protocol, call));
    }
    double bytesBase = turns.median(NONE, cost -> cost.bytes);
    double ownBase = interpretedBytes(protocol, call, List.of());
    for (Map.Entry<String, List<String>> agent : agents.entrySet()) {
      String name = agent.getKey();
      Interval ratios = turns.ratios(name, NONE);
      System.out.printf(
          Locale.ROOT,
          "%-16s %-14s %8.0f %8.3f %-16s %8.0f %8.0f %8.0f%n",
          call + " " + protocol,
          name,
          turns.median(name, cost -> cost.cpuNanos) / 1000,
          ratios.median(),
          ratios,
          turns.median(name, cost -> cost.wallNanos) / 1000,
          turns.median(name, cost -> cost.bytes) - bytesBase,
          interpretedBytes(protocol, call, agent.getValue()) - ownBase);
    }
  }

  private List<String> options(List<String> agent) {
    List<String> options = new ArrayList<>(List.of("-Xms256m", "-Xmx256m"));
    options.addAll(agent);
    options.add(keys);
    return options;
  }

  private static WorkerJvm jvm(List<String> options, String protocol, String call)
      throws IOException {
    return new WorkerJvm(options, HandshakeWorker.class, protocol, call);
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
    try (WorkerJvm jvm = jvm(options, protocol, call)) {
      jvm.run(INTERPRETED);
      return jvm.run(INTERPRETED).bytes;
    }
  }
}
