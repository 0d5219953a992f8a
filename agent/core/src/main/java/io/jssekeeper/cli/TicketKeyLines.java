package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Screen;
import java.util.Map;

/** Shared ticket keys as {@code status} prints them. */
final class TicketKeyLines {
  private TicketKeyLines() {}

  /** Nothing if they are off. */
  static void print(Map<?, ?> keys, Screen screen) {
    String state = (String) keys.get("state");
    if (state == null || state.equals("off")) {
      return;
    }
    String why = (String) keys.get("why");
    screen.line("ticket keys: " + state + (why.isEmpty() ? "" : ": " + why));
    if (!keys.get("secrets").equals("0")) {
      screen.line(
          "  secrets: "
              + keys.get("fingerprints")
              + "; changed "
              + seconds(keys, "ageSeconds")
              + " ago; next period in "
              + seconds(keys, "nextPeriodSeconds"));
      screen.line("  ticket format: " + keys.get("format") + "; scopes: " + scopes(keys));
    }
  }

  private static String seconds(Map<?, ?> keys, String name) {
    return Amounts.seconds(Long.parseLong((String) keys.get(name)));
  }

  private static String scopes(Map<?, ?> keys) {
    String scopes = (String) keys.get("scopes");
    return scopes.isEmpty() ? "none yet" : scopes;
  }
}
