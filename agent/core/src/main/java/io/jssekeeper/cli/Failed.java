package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Table;
import java.util.List;
import java.util.Map;

/** Prints failed handshakes by their likely cause. */
final class Failed {
  private Failed() {}

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
