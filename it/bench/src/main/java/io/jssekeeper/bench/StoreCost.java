package io.jssekeeper.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Makes the calls on each cache in {@link Turns}, and prints what they cost; see store-cost. */
final class StoreCost {
  private static final List<String> CACHES =
      List.of(MemoryCacheContender.NAME, CaffeineContender.NAME, StoreContender.NAME);
  private static final int WARM_UP_SECONDS = 4;

  /**
   * Room for the ids and sessions of {@link StoreCalls}, and much more. The young generation is
   * small, so that the collector is at work in each turn of the calls that put.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-Xms" + (512 + StoreCalls.CAPACITY / 400) + "m",
          "-Xmx" + (512 + StoreCalls.CAPACITY / 400) + "m",
          "-Xmn64m",
          "-D" + StoreCalls.SESSIONS + "=" + StoreCalls.CAPACITY,
          "--add-exports=java.base/sun.security.util=ALL-UNNAMED");

  private StoreCost() {}

  public static void main(String[] args) throws IOException {
    int rounds = Integer.parseInt(args[0]);
    String wanted = args.length > 1 ? args[1] : "";
    System.out.printf(
        "JDK %s, %d processors, %d sessions, %d rounds of %d turns%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        StoreCalls.CAPACITY,
        rounds,
        Turns.TURNS);
    System.out.printf(
        "%n%-18s %-12s %8s %8s %-16s %8s%n", "call", "cache", "CPU ns", "ratio", "95 %", "wall ns");
    for (StoreCall call : StoreCall.values()) {
      if (wanted.isEmpty() || wanted.equals(call.text)) {
        print(call, rounds);
      }
    }
  }

  private static void print(StoreCall call, int rounds) throws IOException {
    Turns turns = new Turns(WARM_UP_SECONDS);
    for (int round = 1; round <= rounds; round++) {
      System.err.printf("%s, round %d of %d%n", call.text, round, rounds);
      turns.round(CACHES, cache -> new WorkerJvm(OPTIONS, StoreWorker.class, cache, call.name()));
    }
    for (String cache : CACHES) {
      Interval ratios = turns.ratios(cache, MemoryCacheContender.NAME);
      System.out.printf(
          Locale.ROOT,
          "%-18s %-12s %8.0f %8.3f %-16s %8.0f%n",
          call.text,
          cache,
          turns.median(cache, cost -> cost.cpuNanos),
          ratios.median(),
          ratios,
          turns.median(cache, cost -> cost.wallNanos));
    }
  }
}
