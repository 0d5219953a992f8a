package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Failed handshakes by their likely cause. */
final class Failed {
  private Failed() {}

  /** The most frequent first. */
  static List<Map<String, Object>> of(List<Map<String, Object>> details) {
    List<Map<String, Object>> failures = new ArrayList<>();
    for (Map<String, Object> detail : details) {
      if (detail.get("result").equals("failed")) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("side", detail.get("side"));
        row.put("detail", detail.get("detail"));
        row.put("count", detail.get("count"));
        row.put("advice", Advice.about(detail));
        failures.add(row);
      }
    }
    failures.sort(Comparator.comparing(row -> -(long) row.get("count")));
    return failures;
  }

  static void print(List<Map<String, Object>> failures, Screen screen) {
    if (failures.isEmpty()) {
      return;
    }
    new Table<Map<String, Object>>()
        .text("SIDE", row -> (String) row.get("side"))
        .text("LIKELY CAUSE", row -> (String) row.get("detail"))
        .number("FAILED", row -> Amounts.count((long) row.get("count")))
        .wrappedText("WHAT TO DO", row -> (String) row.get("advice"))
        .print(failures, screen);
  }
}
