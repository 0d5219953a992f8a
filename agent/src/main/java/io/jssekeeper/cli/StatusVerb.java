package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.jvm.Refusal;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code status}: is the keeper well, and what does it hold. */
@Command(
    name = "status",
    header = "Tell whether the keeper is well, and what it holds.",
    description = "Health first, then counts.",
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
      Map<String, Object> status = read(keeper);
      if (format.json) {
        Json.print(status, screen);
      } else {
        status.forEach((name, value) -> screen.line(name + ": " + value));
      }
    }
    return 0;
  }

  private static Map<String, Object> read(KeeperClient keeper) throws Refusal {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("version", keeper.text("Version"));
    status.put("jdk", keeper.text("Jdk"));
    status.put("errorsSwallowed", keeper.number("ErrorsSwallowed"));
    status.put("weaves", keeper.rows("Weaves"));
    status.put("handshakes", keeper.rows("Handshakes"));
    status.put("sessionsByHolder", keeper.map("SessionsByHolder"));
    return status;
  }
}
