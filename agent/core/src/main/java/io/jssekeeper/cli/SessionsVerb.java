package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.jvm.SessionPage;
import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Style;
import io.jssekeeper.cli.print.Table;
import io.jssekeeper.model.Side;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sessions}: what is cached. */
@Command(
    name = "sessions",
    header = "List the cached sessions.",
    description = {
      "SESSION is a hash: the first 8 bytes, in hex, of the SHA-256 of the id. AGE is"
          + " since its full handshake, IDLE since it was last looked up, LEFT until it expires."
          + " HELD is 'strongly', 'softly' (beyond the memory budget), or 'weakly' (not resumable,"
          + " listed while in use elsewhere). RESUMABLE is how often it may be resumed.",
      "A server that uses stateless tickets (the default from JDK 13 on) caches nothing: its"
          + " clients hold the sessions."
    },
    footer = {
      "  java -jar jsse-keeper.jar sessions 4711 --side client --peer db.example",
      "  java -jar jsse-keeper.jar sessions 4711 --min-age 1h --sort left --limit 0 --json"
    })
final class SessionsVerb implements Callable<Integer> {
  /** Orders that the keeper knows. */
  enum Order {
    idle,
    age,
    left,
    peer,
    bytes
  }

  private final Screen screen;
  @Mixin private Target target;
  @Mixin private Format format;

  @Option(
      names = "--side",
      paramLabel = "SIDE",
      description = "Only this side: ${COMPLETION-CANDIDATES}.")
  private Side side;

  @Option(
      names = "--peer",
      paramLabel = "HOST[:PORT]",
      defaultValue = "",
      description = "Only with this peer.")
  private String peer;

  @Option(
      names = "--min-age",
      paramLabel = "DURATION",
      defaultValue = "0",
      description = "Only of at least this age, such as 30s, 10m or 8h.")
  private Duration minAge;

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "idle",
      description = "Sort by: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Order order;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Limit.class,
      defaultValue = "100",
      description = "Only the first N; 0 for all. Default: ${DEFAULT-VALUE}.")
  private int limit;

  SessionsVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    try (KeeperClient keeper = target.connect()) {
      int most = limit == 0 ? Integer.MAX_VALUE : limit;
      SessionPage page =
          keeper.sessions(
              side == null ? "" : side.word(), peer, minAge.getSeconds(), order.name(), most);
      if (format.json) {
        Json.print(page.rows(), screen);
      } else {
        print(page);
      }
    }
    return 0;
  }

  private void print(SessionPage page) {
    List<Integer> rows = page.numbers();
    table(page).print(rows, screen);
    String all = Amounts.of(page.matching(), "session");
    screen.line(
        Style.FAINT,
        rows.size() < page.matching()
            ? Amounts.count(rows.size()) + " of " + all + "; --limit 0 for all"
            : all);
  }

  private static Table<Integer> table(SessionPage page) {
    int[] contexts = page.ints("context");
    return new Table<Integer>()
        .text("SESSION", words(page, "session"))
        .text("SIDE", words(page, "side"))
        .number("CONTEXT", row -> Integer.toString(contexts[row]))
        .longText("PEER", words(page, "peer"))
        .text("PROTOCOL", words(page, "protocol"))
        .longText("CIPHER", words(page, "cipher"))
        .number("AGE", seconds(page, "ageSeconds"))
        .number("IDLE", seconds(page, "idleSeconds"))
        .number("LEFT", seconds(page, "leftSeconds"))
        .text("HELD", words(page, "held"))
        .text("RESUMABLE", words(page, "resumable"));
  }

  private static Function<Integer, String> words(SessionPage page, String column) {
    String[] words = page.words(column);
    return row -> words[row];
  }

  private static Function<Integer, String> seconds(SessionPage page, String column) {
    long[] seconds = page.longs(column);
    return row -> seconds[row] < 0 ? "" : Amounts.seconds(seconds[row]);
  }
}
