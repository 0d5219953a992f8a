package io.jssekeeper.it.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code openssl s_client -reconnect}: five connections with the session of the first. */
public final class Reconnects {
  private Reconnects() {}

  /** Whether the server on that port of loopback resumed any of them. */
  public static boolean anyResumed(long port, String... options) {
    Tool.require("openssl");
    List<String> line = new ArrayList<>(List.of("openssl", "s_client", "-reconnect"));
    line.addAll(List.of("-connect", "127.0.0.1:" + port));
    line.addAll(List.of(options));
    KeeperCommand.Outcome outcome = KeeperCommand.fork(Map.of(), line);
    if (outcome.out().stream().noneMatch(said -> said.startsWith("New, TLS"))) {
      throw new AssertionError("no handshake: " + outcome);
    }
    return outcome.out().stream().anyMatch(said -> said.startsWith("Reused, TLS"));
  }
}
