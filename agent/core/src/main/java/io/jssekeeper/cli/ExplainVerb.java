package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Style;
import io.jssekeeper.cli.print.Table;
import io.jssekeeper.explain.ByDetail;
import io.jssekeeper.explain.StatusData;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code explain}: why handshakes were full, and what to do about it. */
@Command(
    name = "explain",
    header = "Show why handshakes were full, and what to do about each reason.",
    description = {
      "Counts all handshakes since the keeper was attached. TIME is the total wall-clock time"
          + " of those handshakes.",
      "Below: what resumption saved and what avoidable full handshakes cost, contexts created"
          + " too often, settings that defeat resumption, and known defects of this JDK. 'report'"
          + " writes the same, and more, as one HTML file."
    },
    footer = "  java -jar jsse-keeper.jar explain 4711")
final class ExplainVerb implements Callable<Integer> {
  private final Screen screen;
  @Mixin private Target target;
  @Mixin private Format format;

  ExplainVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    try (KeeperClient keeper = target.connect()) {
      Map<String, Object> explanation = StatusData.explanation(keeper);
      if (format.json) {
        Json.print(explanation, screen);
      } else {
        print(keeper, explanation);
      }
    }
    return 0;
  }

  private void print(KeeperClient keeper, Map<String, Object> explanation) {
    List<Map<String, Object>> reasons = rows(explanation, "reasons");
    if (reasons.isEmpty()) {
      screen.line("no full handshake since the keeper was attached to JVM " + keeper.pid());
    } else {
      printReasons(reasons);
    }
    Failed.print(rows(explanation, "failures"), screen);
    rows(explanation, "savings").forEach(this::printSavings);
    printAll("the keeper is unhealthy: ", explanation, "troubles");
    printAll("contexts created too often (create one and reuse it): ", explanation, "contextChurn");
    printAll("setting that defeats resumption: ", explanation, "settings");
    printAll("known JDK defect: ", explanation, "jdkDefects");
    printAll("TLS libraries not covered: ", explanation, "otherTls");
    screen.line(Style.FAINT, "to share this as one HTML file: report " + keeper.pid());
  }

  private void printReasons(List<Map<String, Object>> reasons) {
    new Table<Map<String, Object>>()
        .text("SIDE", row -> (String) row.get("side"))
        .text("REASON", ByDetail::name)
        .number("FULL", row -> Amounts.count((long) row.get("count")))
        .number(
            "SHARE", row -> String.format(Locale.ROOT, "%.1f%%", 100 * (double) row.get("share")))
        .number("TIME", row -> seconds(row.get("seconds")))
        .wrappedText("WHAT TO DO", row -> (String) row.get("advice"))
        .print(reasons, screen);
  }

  /** Costs are known once there were both full and resumed handshakes. */
  private void printSavings(Map<String, Object> row) {
    long resumed = (long) row.get("resumed");
    long avoidable = (long) row.get("avoidable");
    String whose = row.get("side") + " " + row.get("protocol") + ": ";
    String lost = Amounts.of(avoidable, "avoidable full handshake");
    if (resumed > 0) {
      String saved = Amounts.of(resumed, "resumption") + " saved " + spent(row, "Saved");
      String cost = avoidable > 0 ? ", " + lost + " cost " + spent(row, "Lost") : "";
      screen.line(whose + saved + cost);
    } else if (avoidable > 0) {
      screen.line(whose + lost + "; their cost is known once some handshakes are resumed");
    }
  }

  private static String spent(Map<String, Object> row, String what) {
    double wall = (double) row.get("seconds" + what);
    double cpu = (double) row.get("cpuSeconds" + what);
    if (Double.isNaN(wall)) {
      return "an unknown time so far";
    }
    return seconds(wall)
        + (Double.isNaN(cpu) ? " (CPU unknown)" : " (" + seconds(cpu) + " of CPU)");
  }

  private void printAll(String what, Map<String, Object> explanation, String name) {
    for (Object each : (List<?>) explanation.get(name)) {
      screen.line(Style.ODD, what + each);
    }
  }

  private static String seconds(Object seconds) {
    return String.format(Locale.ROOT, "%.3fs", (double) seconds);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> explanation, String name) {
    return (List<Map<String, Object>>) explanation.get(name);
  }
}
