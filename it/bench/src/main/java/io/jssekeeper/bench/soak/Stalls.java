package io.jssekeeper.bench.soak;

import java.util.List;
import java.util.Locale;

/** Compares the durations of handshakes with the keeper and without it. */
final class Stalls {
  private static final double LIMIT_MICROS = 1_000;

  /** Fewer do not say what 99.9 % is. */
  private static final int ENOUGH = 5_000;

  private static final int COUNT = 1;
  private static final int CPU_MEDIAN = 2;
  private static final int CPU_TAIL = 3;
  private static final int WALL_TAIL = 5;

  private boolean isFine = true;

  /**
   * Prints them.
   *
   * @param with lines of {@link HandshakeTimes}
   */
  void print(List<String> with, List<String> without) {
    System.out.printf(
        "%n%-16s %9s %9s %20s %26s %26s%n%37s%20s %26s %26s%n",
        "handshakes",
        "with",
        "without",
        "CPU us, 50 %",
        "CPU us, 99.9 %",
        "wall us, 99.9 %",
        "",
        "with  without",
        "with  without    more",
        "with  without    more");
    for (int i = 0; i < with.size(); i++) {
      print(with.get(i).split(","), without.get(i).split(","));
    }
  }

  private void print(String[] with, String[] without) {
    System.out.printf(
        Locale.ROOT,
        "%-16s %9s %9s %11.0f %8.0f %9.0f %8.0f %7.0f %9.0f %8.0f %7.0f%n",
        with[0],
        with[COUNT],
        without[COUNT],
        number(with, CPU_MEDIAN),
        number(without, CPU_MEDIAN),
        number(with, CPU_TAIL),
        number(without, CPU_TAIL),
        number(with, CPU_TAIL) - number(without, CPU_TAIL),
        number(with, WALL_TAIL),
        number(without, WALL_TAIL),
        number(with, WALL_TAIL) - number(without, WALL_TAIL));
    boolean enough = number(with, COUNT) >= ENOUGH && number(without, COUNT) >= ENOUGH;
    isFine &= !enough || number(with, CPU_TAIL) - number(without, CPU_TAIL) <= LIMIT_MICROS;
  }

  private static double number(String[] line, int column) {
    return Double.parseDouble(line[column]);
  }

  /** Whether no kind of handshake takes more than a millisecond more at 99.9 %. */
  boolean isFine() {
    return isFine;
  }
}
