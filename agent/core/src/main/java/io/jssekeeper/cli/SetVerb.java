package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code set}: changes options of a running keeper. */
@Command(
    name = "set",
    header = "Change options of the keeper in a running JVM.",
    description =
        "Changes take effect at once; no session is lost that the new value allows. They last until the"
            + " JVM ends: its next start reads its options again.",
    footer = {
      "  java -jar jsse-keeper.jar set 4711 server.timeout=8h memory=64m",
      "  java -jar jsse-keeper.jar set 4711 log=/var/log/handshakes.log log.results=full+failed"
    })
final class SetVerb implements Callable<Integer> {
  private final Screen screen;
  @Spec private CommandSpec spec;
  @Mixin private Target target;
  @Mixin private Format format;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "KEY=VALUE",
      description = "See 'options'. File names are resolved by that JVM.")
  private List<String> settings;

  SetVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    String assignments = checked(String.join(",", settings));
    try (KeeperClient keeper = target.connect()) {
      Map<String, Object> before = keeper.map("Options");
      keeper.invoke("set", assignments);
      Map<String, Object> changed = new LinkedHashMap<>(keeper.map("Options"));
      changed.entrySet().removeAll(before.entrySet());
      print(before, changed);
    }
    return 0;
  }

  private String checked(String assignments) {
    try {
      Options.load(null, Map.of(), new Properties()).with(assignments);
      return assignments;
    } catch (InvalidOptionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private void print(Map<String, Object> before, Map<String, Object> changed) {
    if (format.json) {
      Json.print(changed, screen);
    } else if (changed.isEmpty()) {
      screen.line("nothing changed: these values were already set");
    } else {
      changed.forEach((key, now) -> screen.line(key + ": " + now + was(before.get(key))));
    }
  }

  private static String was(Object before) {
    return before == null ? "" : " (was " + before + ")";
  }
}
