package io.jssekeeper.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Takes each cache through an expiry in turn and prints the waits; see store-waits. */
final class StoreWaits {
  private static final List<String> CACHES =
      List.of(
          NoContender.NAME, MemoryCacheContender.NAME, CaffeineContender.NAME, StoreContender.NAME);

  private StoreWaits() {}

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    System.out.printf(
        "JDK %s, %d processors, medians of %d rounds, waits in microseconds%n",
        Runtime.version(), Runtime.getRuntime().availableProcessors(), rounds);
    print(20_480, inTurn(20_480, 2, rounds));
    print(1_000_000, inTurn(1_000_000, 8, rounds));
  }

  /** All caches once a round, so that other load on the machine affects all of them alike. */
  private static Map<String, List<double[]>> inTurn(int sessions, int timeoutSeconds, int rounds)
      throws Exception {
    Map<String, List<double[]>> figures = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (String cache : CACHES) {
        System.err.printf("%,d sessions, round %d of %d: %s%n", sessions, round, rounds, cache);
        figures
            .computeIfAbsent(cache, c -> new ArrayList<>())
            .add(fork(cache, sessions, timeoutSeconds));
      }
    }
    return figures;
  }

  private static double[] fork(String cache, int sessions, int timeoutSeconds) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "--add-exports=java.base/sun.security.util=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Expiry.class.getName(),
                cache,
                Integer.toString(sessions),
                Integer.toString(timeoutSeconds))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = new String(process.getInputStream().readAllBytes()).trim();
    if (process.waitFor() != 0) {
      throw new IOException(cache + " failed");
    }
    return Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  private static void print(int sessions, Map<String, List<double[]>> figures) {
    System.out.printf(
        "%n%-24s %10s %10s %10s %10s %10s %10s %7s%n",
        String.format(Locale.ROOT, "%,d expire", sessions),
        "get 99.9 %",
        "99.99 %",
        "max",
        "put 99.9 %",
        "99.99 %",
        "max",
        "fill s");
    for (Map.Entry<String, List<double[]>> entry : figures.entrySet()) {
      System.out.printf("%-24s", entry.getKey());
      for (int column = 0; column < 6; column++) {
        System.out.printf(Locale.ROOT, " %10.0f", median(entry.getValue(), column));
      }
      System.out.printf(Locale.ROOT, " %7.2f%n", median(entry.getValue(), 6));
    }
  }

  private static double median(List<double[]> rounds, int column) {
    double[] sorted = rounds.stream().mapToDouble(figures -> figures[column]).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
