package io.jssekeeper.bench;

import io.jssekeeper.bench.WorkerJvm.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Lets a JVM without the agent and one with it make handshakes in virtual threads, in turn, and
 * prints what they cost; see virtual-threads.
 *
 * <p>Arguments: ROUNDS HANDSHAKES AGENT_JAR KEY_STORE [KIND].
 */
final class VirtualThreadCost {
  private static final int TURNS = 10;
  private static final int WARM_UPS = 4;

  private final int rounds;
  private final int perTurn;
  private final String agent;
  private final String keys;

  private VirtualThreadCost(int rounds, int handshakes, String jar, String keys) {
    this.rounds = rounds;
    this.perTurn = Math.max(1, handshakes / TURNS);
    this.agent = "-javaagent:" + jar + "=log=off";
    this.keys = "-D" + HandshakeCalls.KEYS + "=" + keys;
  }

  public static void main(String[] args) throws Exception {
    new VirtualThreadCost(Integer.parseInt(args[0]), Integer.parseInt(args[1]), args[2], args[3])
        .run(args.length > 4 ? args[4] : "");
  }

  private void run(String only) throws Exception {
    System.out.printf(
        "JDK %s, %d processors, %d rounds of %d handshakes%n%n%-16s %10s %10s %7s %-16s %7s %-16s%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        rounds,
        perTurn * TURNS,
        "handshakes",
        "without us",
        "with us",
        "CPU",
        "95 %",
        "wall",
        "95 %");
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      for (String call : List.of("full", "resumed")) {
        if ((call + " " + protocol).contains(only)) {
          print(protocol, call);
        }
      }
    }
  }

  private void print(String protocol, String call) throws Exception {
    List<double[]> cpu = new ArrayList<>();
    List<double[]> wall = new ArrayList<>();
    List<Cost> without = new ArrayList<>();
    List<Cost> with = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      List<Cost> ofPlain = new ArrayList<>();
      List<Cost> ofKeeper = new ArrayList<>();
      try (WorkerJvm plain = jvm(List.of(keys), protocol, call);
          WorkerJvm keeper = jvm(List.of(keys, agent), protocol, call)) {
        for (int turn = -WARM_UPS; turn < TURNS; turn++) {
          Cost ofTurn = plain.run(perTurn);
          Cost ofOther = keeper.run(perTurn);
          if (turn >= 0) {
            ofPlain.add(ofTurn);
            ofKeeper.add(ofOther);
          }
        }
      }
      cpu.add(ratios(ofKeeper, ofPlain, cost -> cost.cpuNanos));
      wall.add(ratios(ofKeeper, ofPlain, cost -> cost.wallNanos));
      without.addAll(ofPlain);
      with.addAll(ofKeeper);
    }
    Interval ofCpu = Interval.of(cpu);
    Interval ofWall = Interval.of(wall);
    System.out.printf(
        Locale.ROOT,
        "%-16s %10.0f %10.0f %7.3f %-16s %7.3f %-16s%n",
        call + " " + protocol,
        micros(without),
        micros(with),
        ofCpu.median(),
        ofCpu,
        ofWall.median(),
        ofWall);
  }

  private static WorkerJvm jvm(List<String> options, String protocol, String call)
      throws Exception {
    List<String> all = new ArrayList<>(List.of("-Xms256m", "-Xmx256m"));
    all.addAll(options);
    return new WorkerJvm(all, VirtualThreadWorker.class, protocol, call);
  }

  private static double[] ratios(List<Cost> of, List<Cost> base, ToDoubleFunction<Cost> figure) {
    double[] ratios = new double[base.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(base.get(i));
    }
    return ratios;
  }

  private static double micros(List<Cost> costs) {
    return Interval.median(costs.stream().mapToDouble(cost -> cost.cpuNanos).toArray()) / 1000;
  }
}
