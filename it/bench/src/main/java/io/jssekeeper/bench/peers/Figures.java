package io.jssekeeper.bench.peers;

import java.util.Locale;

/** What was measured of one server with one kind of clients, or of one client library. */
final class Figures {
  /** {@link Double#NaN} where it was not measured. */
  double fullMicros = Double.NaN;

  double resumedMicros = Double.NaN;
  double atOnce = Double.NaN;
  double onceMore = Double.NaN;
  double beside = Double.NaN;
  double afterOthers = Double.NaN;
  double afterCollection = Double.NaN;
  double afterRestart = Double.NaN;
  double heapBytes = Double.NaN;

  static String serverHeading(String title) {
    return String.format(
        Locale.ROOT,
        "%n%-36s %13s  %47s  %9s%n%-36s %6s %6s  %7s %7s %7s %7s %7s %7s  %9s%n",
        title,
        "CPU us",
        "resumed, %",
        "heap B",
        "",
        "full",
        "res'd",
        "at once",
        "again",
        "beside",
        "others",
        "heap",
        "restart",
        "a session");
  }

  String serverRow(Alternative name) {
    return String.format(
        Locale.ROOT,
        "%-36s %6s %6s  %7s %7s %7s %7s %7s %7s  %9s%n",
        name,
        text(fullMicros),
        text(resumedMicros),
        text(atOnce),
        text(onceMore),
        text(beside),
        text(afterOthers),
        text(afterCollection),
        text(afterRestart),
        text(heapBytes));
  }

  static String clientHeading(String title) {
    return String.format(
        Locale.ROOT,
        "%n%-36s %31s%n%-36s %7s %7s %7s %7s%n",
        title,
        "resumed, %",
        "",
        "at once",
        "beside",
        "others",
        "heap");
  }

  String clientRow(String name) {
    return String.format(
        Locale.ROOT,
        "%-36s %7s %7s %7s %7s%n",
        name,
        text(atOnce),
        text(beside),
        text(afterOthers),
        text(afterCollection));
  }

  private static String text(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.0f", value);
  }
}
