package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Style;
import io.jssekeeper.cli.print.Table;
import io.jssekeeper.explain.StatusData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: the keeper's health, and what it holds. */
@Command(
    name = "status",
    header = "Show whether the keeper is healthy, and what it holds.",
    description = {
      "Health first: what does not work, and why. Then sessions, handshakes and contexts.",
      "A weave is 'active', 'waiting' for its class to be loaded, 'unneeded' (this JDK does not need"
          + " it, nothing is lost), or 'absent', with what is lost. --json lists"
          + " each."
    },
    footer = "  java -jar jsse-keeper.jar status 4711")
final class StatusVerb implements Callable<Integer> {
  private final Screen screen;
  @Mixin private Target target;
  @Mixin private Format format;

  StatusVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    try (KeeperClient keeper = target.connect()) {
      Map<String, Object> status = new LinkedHashMap<>();
      status.put("pid", keeper.pid());
      status.putAll(StatusData.status(keeper));
      if (format.json) {
        Json.print(status, screen);
      } else {
        print(status);
      }
    }
    return 0;
  }

  private void print(Map<String, Object> status) {
    boolean healthy = (boolean) status.get("healthy");
    screen.line(
        healthy ? Style.GOOD : Style.BAD,
        "keeper "
            + status.get("version")
            + " in JVM "
            + status.get("pid")
            + (healthy ? " is healthy" : " is unhealthy:"));
    texts(status, "troubles").forEach(trouble -> screen.line("  " + trouble));
    screen.line("JDK: " + status.get("jdk"));
    screen.line("self-check: " + status.get("selfCheck"));
    screen.line("weaves: " + states(rows(status, "weaves")));
    screen.line(
        "heap: "
            + Amounts.bytes((long) status.get("strongBytes"))
            + " of at most "
            + Amounts.bytes((long) status.get("budgetBytes"))
            + " held strongly");
    screen.line("sessions by holder: " + counts((Map<?, ?>) status.get("sessionsByHolder")));
    screen.line("losses prevented: " + counts((Map<?, ?>) status.get("protected")));
    screen.line("handshakes: " + handshakes(rows(status, "handshakes")));
    screen.line("log destination: " + status.get("logDestination"));
    TicketKeyLines.print((Map<?, ?>) status.get("ticketKeys"), screen);
    List<String> others = texts(status, "otherTls");
    if (!others.isEmpty()) {
      screen.line(Style.ODD, "TLS libraries not covered: " + String.join(", ", others));
    }
    printContexts(rows(status, "contexts"));
    printAbsent(rows(status, "weaves"));
  }

  private static String states(List<Map<String, Object>> weaves) {
    Map<String, Integer> states = new TreeMap<>();
    weaves.forEach(weave -> states.merge(state(weave), 1, Integer::sum));
    return counts(states);
  }

  private static String state(Map<String, Object> weave) {
    String state = (String) weave.get("state");
    return state.equals("unneeded") ? "unneeded (nothing is lost)" : state;
  }

  /** Those without which something is lost. */
  private void printAbsent(List<Map<String, Object>> weaves) {
    for (Map<String, Object> weave : weaves) {
      if (weave.get("state").equals("absent")) {
        screen.line(Style.FAINT, "absent: " + weave.get("point") + ": " + weave.get("detail"));
      }
    }
  }

  private static String counts(Map<?, ?> counts) {
    List<String> texts = new ArrayList<>();
    counts.forEach(
        (name, count) -> texts.add(Amounts.count(((Number) count).longValue()) + " " + name));
    return String.join(", ", texts);
  }

  private static String handshakes(List<Map<String, Object>> counts) {
    List<String> texts = new ArrayList<>();
    for (Map<String, Object> row : counts) {
      if ((long) row.get("count") > 0) {
        texts.add(
            Amounts.count((long) row.get("count"))
                + " "
                + row.get("result")
                + " as "
                + row.get("side"));
      }
    }
    return texts.isEmpty() ? "none yet" : String.join(", ", texts);
  }

  private void printContexts(List<Map<String, Object>> contexts) {
    if (contexts.isEmpty()) {
      screen.line("contexts: none");
      return;
    }
    new Table<Map<String, Object>>()
        .number("CONTEXT", row -> row.get("context").toString())
        .text("SIDE", row -> (String) row.get("side"))
        .number("SESSIONS", row -> Amounts.count((long) row.get("Size")))
        .number("CAPACITY", StatusVerb::capacity)
        .number("TIMEOUT", StatusVerb::timeout)
        .number("HEAP", row -> Amounts.bytes((long) row.get("StrongBytes")))
        .number("HITS", row -> Amounts.count((long) row.get("Hits")))
        .number("MISSES", row -> Amounts.count((long) row.get("Misses")))
        .print(contexts, screen);
  }

  private static String capacity(Map<String, Object> row) {
    long sessions = (long) row.get("Capacity");
    return sessions == 0 ? "no limit" : Amounts.count(sessions);
  }

  private static String timeout(Map<String, Object> row) {
    long seconds = (long) row.get("TimeoutSeconds");
    return seconds == 0 ? "no limit" : Amounts.seconds(seconds);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> rows(Map<String, Object> status, String name) {
    return (List<Map<String, Object>>) status.get(name);
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(Map<String, Object> status, String name) {
    return (List<String>) status.get(name);
  }
}
