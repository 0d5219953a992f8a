package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Table;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code handshakes}: lists recent handshakes, and follows new ones. */
@Command(
    name = "handshakes",
    header = "Show recent handshakes, and with --follow new ones.",
    description =
        "The option 'history' limits how many are kept. --follow continues until"
            + " interrupted, until the JVM ends, or until its output is closed; with --json too, each"
            + " handshake is then one line.",
    footer = {
      "  java -jar jsse-keeper.jar handshakes 4711 --result full --limit 50",
      "  java -jar jsse-keeper.jar handshakes 4711 --follow"
    })
final class HandshakesVerb implements Callable<Integer> {
  private static final long BETWEEN_MILLIS = 250;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final Screen screen;
  @Mixin private Target target;
  @Mixin private Format format;

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      description = "Only this side: ${COMPLETION-CANDIDATES}.")
  private Side side;

  @Option(
      names = "--result",
      paramLabel = "RESULT",
      description = "Only this result: ${COMPLETION-CANDIDATES}.")
  private Result result;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Limit.class,
      defaultValue = "20",
      description = "Only the last N; 0 for all. Default: ${DEFAULT-VALUE}.")
  private int limit;

  @Option(names = "--follow", description = "Continue with new handshakes.")
  private boolean follow;

  HandshakesVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    try (KeeperClient keeper = target.connect()) {
      List<Map<String, Object>> all = keeper.handshakesAfter(0);
      List<Map<String, Object>> wanted = last(wanted(all));
      if (format.json && !follow) {
        Json.print(wanted, screen);
        return 0;
      }
      Table<Map<String, Object>> table = table();
      print(table, wanted);
      if (follow) {
        follow(keeper, table, lastNumber(all, 0));
      }
    }
    return 0;
  }

  private void follow(KeeperClient keeper, Table<Map<String, Object>> table, long known)
      throws RefusedException, InterruptedException {
    screen.end();
    long last = known;
    while (screen.isRead()) {
      Thread.sleep(BETWEEN_MILLIS);
      List<Map<String, Object>> news = keeper.handshakesAfter(last);
      print(table, wanted(news));
      last = lastNumber(news, last);
    }
  }

  private void print(Table<Map<String, Object>> table, List<Map<String, Object>> rows) {
    if (!format.json) {
      table.print(rows, screen);
      return;
    }
    for (Map<String, Object> row : rows) {
      Json.print(row, screen);
    }
  }

  private List<Map<String, Object>> wanted(List<Map<String, Object>> rows) {
    return rows.stream()
        .filter(row -> side == null || side.word().equals(row.get("side")))
        .filter(row -> result == null || result.word().equals(row.get("handshake")))
        .collect(Collectors.toList());
  }

  private List<Map<String, Object>> last(List<Map<String, Object>> rows) {
    return limit == 0 || rows.size() <= limit
        ? rows
        : rows.subList(rows.size() - limit, rows.size());
  }

  private static long lastNumber(List<Map<String, Object>> rows, long otherwise) {
    return rows.isEmpty() ? otherwise : (long) rows.get(rows.size() - 1).get("number");
  }

  private static Table<Map<String, Object>> table() {
    return new Table<Map<String, Object>>()
        .text("TIME", row -> TIME.format(Instant.ofEpochMilli((long) row.get("timeMillis"))))
        .text("RESULT", row -> (String) row.get("handshake"))
        .longText("REASON", HandshakesVerb::reason)
        .text("SIDE", row -> (String) row.get("side"))
        .text("PROTOCOL", row -> (String) row.get("protocol"))
        .longText("PEER", row -> (String) row.get("peer"))
        .longText("SNI", row -> (String) row.get("sni"))
        .text("SESSION", row -> (String) row.get("session"))
        .text("VIA", row -> (String) row.get("via"))
        .number("AGE", row -> (String) row.get("age"))
        .number("TOOK", HandshakesVerb::took);
  }

  private static String reason(Map<String, Object> row) {
    String alert = (String) row.get("alert");
    String detail = (String) row.get("detail");
    String why = alert.isEmpty() ? (String) row.get("reason") : alert;
    return detail.isEmpty() ? why : why + " (" + detail + ")";
  }

  private static String took(Map<String, Object> row) {
    double millis = (double) row.get("tookMillis");
    return millis < 0 ? "" : String.format(Locale.ROOT, "%.1fms", millis);
  }
}
