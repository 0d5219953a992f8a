package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code invalidate}: end cached sessions. */
@Command(
    name = "invalidate",
    header = "End cached sessions, so that the next handshake is a full one.",
    description = {
      "Ends them as SSLSession.invalidate() does, with all sessions resumed from them. Open"
          + " connections continue.",
      "Stateless tickets already sent by a server are held by its clients and stay resumable until"
          + " they expire."
    },
    footer = {
      "  java -jar jsse-keeper.jar invalidate 4711 --peer db.example:5432",
      "  java -jar jsse-keeper.jar invalidate 4711 --session 9f86d081884c7d65"
    })
final class InvalidateVerb implements Callable<Integer> {
  private final Screen screen;
  @Mixin private Target target;
  @Mixin private Format format;

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Which which;

  /** One of these must be given. */
  static final class Which {
    @Option(
        names = "--peer",
        paramLabel = "HOST:PORT",
        description = "Sessions with this peer; a host alone means all its ports.")
    private String peer;

    @Option(names = "--session", paramLabel = "HASH", description = "The session with this hash.")
    private String session;

    @Option(names = "--all", description = "All sessions.")
    private boolean all;
  }

  InvalidateVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    try (KeeperClient keeper = target.connect()) {
      int ended = invalidate(keeper);
      if (format.json) {
        Json.print(Map.of("invalidated", ended), screen);
      } else if (ended > 0 || which.all) {
        screen.line(Amounts.of(ended, "session") + " invalidated");
      }
      if (ended == 0 && !which.all) {
        throw new RefusedException(
            "no cached session matches: see 'sessions " + keeper.pid() + "'");
      }
    }
    return 0;
  }

  private int invalidate(KeeperClient keeper) throws RefusedException {
    if (which.all) {
      return (int) keeper.invoke("invalidateAll");
    }
    return which.peer != null
        ? (int) keeper.invoke("invalidatePeer", which.peer)
        : (int) keeper.invoke("invalidateSession", which.session);
  }
}
