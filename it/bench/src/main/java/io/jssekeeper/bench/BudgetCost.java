package io.jssekeeper.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Prints what the memory budget costs puts, and what a change of it makes calls wait. */
final class BudgetCost {
  private static final int FEW = 10;
  private static final int MANY = 5_000;
  private static final int WARM_UPS = 5;
  private static final int TURNS = 15;
  private static final int SESSIONS = 500_000;

  private BudgetCost() {}

  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    System.out.printf(
        "JDK %s, %d processors%n", Runtime.version(), Runtime.getRuntime().availableProcessors());
    printPuts();
    printWaits(rounds);
  }

  private static void printPuts() {
    Map<String, double[]> nanos = new LinkedHashMap<>();
    for (int turn = -WARM_UPS; turn < TURNS; turn++) {
      for (boolean isFull : new boolean[] {false, true}) {
        for (int contexts : new int[] {FEW, MANY}) {
          double cost = new PutsAtBudget(contexts, isFull).nanos();
          if (turn >= 0) {
            nanos.computeIfAbsent(contexts + " " + isFull, name -> new double[TURNS])[turn] = cost;
          }
        }
      }
    }
    System.out.printf("%n%-24s %12s %12s %7s%n", "CPU ns of a put", FEW, MANY, "ratio");
    for (boolean isFull : new boolean[] {false, true}) {
      double few = Interval.median(nanos.get(FEW + " " + isFull));
      double many = Interval.median(nanos.get(MANY + " " + isFull));
      System.out.printf(
          Locale.ROOT,
          "%-24s %12.0f %12.0f %7.2f%n",
          isFull ? "contexts at the budget" : "contexts within it",
          few,
          many,
          many / few);
    }
  }

  private static void printWaits(int rounds) throws Exception {
    System.out.printf(
        "%n%-24s %10s %10s %10s %10s %10s %10s %7s%n",
        String.format(Locale.ROOT, "%,d sessions, us", SESSIONS),
        "get 99.9 %",
        "max",
        "> 1 ms, %",
        "put 99.9 %",
        "max",
        "> 1 ms, %",
        "s");
    String[] parts = {"1", "0.01"};
    Map<String, List<double[]>> waits = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      for (String part : parts) {
        System.err.printf("round %d of %d: memory to %s%n", round, rounds, part);
        waits.computeIfAbsent(part, p -> new ArrayList<>()).add(fork(part));
      }
    }
    for (String part : parts) {
      System.out.printf("%-24s", part.equals("1") ? "memory as it was" : "memory to a hundredth");
      for (int column = 0; column < 7; column++) {
        int of = column;
        double[] values = waits.get(part).stream().mapToDouble(all -> all[of]).toArray();
        String format = column == 6 ? " %7.2f" : column % 3 == 2 ? " %10.3f" : " %10.0f";
        System.out.printf(Locale.ROOT, format, Interval.median(values));
      }
      System.out.println();
    }
  }

  private static double[] fork(String part) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                MemoryDrop.class.getName(),
                Integer.toString(SESSIONS),
                part)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = new String(process.getInputStream().readAllBytes()).trim();
    if (process.waitFor() != 0) {
      throw new IOException("it failed");
    }
    return Stream.of(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
