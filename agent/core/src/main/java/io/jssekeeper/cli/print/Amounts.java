package io.jssekeeper.cli.print;

import java.util.Locale;

/** Numbers for people to read. */
public final class Amounts {
  private static final long KIB = 1 << 10;
  private static final long MIB = 1 << 20;
  private static final long GIB = 1 << 30;

  private Amounts() {}

  /** With commas between thousands. */
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** With what is counted, a noun with a regular plural. */
  public static String of(long number, String noun) {
    return count(number) + " " + noun + (number == 1 ? "" : "s");
  }

  /** In the largest unit of which there is at least one, as options write sizes. */
  public static String bytes(long bytes) {
    if (bytes >= GIB) {
      return String.format(Locale.ROOT, "%.1fg", (double) bytes / GIB);
    }
    if (bytes >= MIB) {
      return String.format(Locale.ROOT, "%.1fm", (double) bytes / MIB);
    }
    return bytes >= KIB ? bytes / KIB + "k" : bytes + "";
  }

  /** In at most two units: {@code 45s}, {@code 3m20s}, {@code 23h59m}, {@code 2d}. */
  public static String seconds(long seconds) {
    if (seconds < 60) {
      return seconds + "s";
    }
    if (seconds < 3600) {
      return pair(seconds / 60, "m", seconds % 60, "s");
    }
    return seconds < 86_400
        ? pair(seconds / 3600, "h", seconds % 3600 / 60, "m")
        : pair(seconds / 86_400, "d", seconds % 86_400 / 3600, "h");
  }

  private static String pair(long large, String unit, long small, String smallUnit) {
    return large + unit + (small == 0 ? "" : small + smallUnit);
  }
}
