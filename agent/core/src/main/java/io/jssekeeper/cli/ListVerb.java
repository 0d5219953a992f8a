package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.JvmProbe;
import io.jssekeeper.cli.jvm.LocalJvm;
import io.jssekeeper.cli.jvm.LocalJvms;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code list}: lists the JVMs on this machine, and the keeper in each. */
@Command(
    name = "list",
    header = "List the JVMs on this machine and the keeper in each.",
    description =
        "Asks each JVM of this user for its Java and its keeper, by the attach API. A question mark"
            + " stands for a JVM that does not answer within two seconds, that attaching could"
            + " harm, or that runs as another user.",
    footer = "  java -jar jsse-keeper.jar list")
final class ListVerb implements Callable<Integer> {
  private final Screen screen;
  @Mixin private Format format;

  ListVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    List<Map<String, Object>> rows =
        JvmProbe.ask(LocalJvms.all()).stream().map(ListVerb::row).collect(Collectors.toList());
    if (format.json) {
      Json.print(rows, screen);
    } else {
      print(rows);
    }
    return 0;
  }

  void print(List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      screen.line(
          "user '"
              + System.getProperty("user.name")
              + "' can see no other JVM here: run this as the user of the JVM");
    } else {
      new Table<Map<String, Object>>()
          .number("PID", row -> row.get("pid").toString())
          .text("KEEPER", row -> (String) row.get("keeper"))
          .longText("JAVA", row -> (String) row.get("java"))
          .longText("PROGRAM", row -> (String) row.get("program"))
          .print(rows, screen);
    }
  }

  private static Map<String, Object> row(JvmProbe.Answer answer) {
    LocalJvm jvm = answer.jvm();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("pid", jvm.pid());
    row.put("keeper", answer.keeper());
    row.put("java", answer.java());
    row.put("program", jvm.program());
    return row;
  }
}
