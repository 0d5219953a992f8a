package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Table;
import io.jssekeeper.config.KnownOptions;
import io.jssekeeper.config.Option;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code options}: lists all options. */
@Command(
    name = "options",
    header = "List all options, with default and effect.",
    description =
        "Options are given as key=value,key=value after -javaagent:jsse-keeper.jar=, as system"
            + " properties jssekeeper.KEY, in the environment variable JSSE_KEEPER_OPTIONS, or in"
            + " the Java properties file that 'config' names.",
    footer = "  java -jar jsse-keeper.jar options")
final class OptionsVerb implements Callable<Integer> {
  private final Screen screen;
  @Mixin private Format format;

  OptionsVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Option<?> option : KnownOptions.all()) {
      rows.add(row(option));
    }
    if (format.json) {
      Json.print(rows, screen);
    } else {
      new Table<Map<String, Object>>()
          .text("KEY", row -> (String) row.get("key"))
          .wrappedText("DEFAULT", row -> (String) row.get("default"))
          .wrappedText("EFFECT", row -> (String) row.get("effect"))
          .print(rows, screen);
    }
    return 0;
  }

  private static Map<String, Object> row(Option<?> option) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("key", option.key());
    row.put("default", option.defaultText());
    row.put("effect", option.effect());
    row.put("values", option.expected());
    return row;
  }
}
