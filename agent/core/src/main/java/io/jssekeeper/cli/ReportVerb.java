package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.KeeperClient;
import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.explain.JsonText;
import io.jssekeeper.explain.Since;
import io.jssekeeper.explain.StatusData;
import io.jssekeeper.explain.StatusPage;
import io.jssekeeper.explain.Values;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code report}: writes the status page to a file. */
@Command(
    name = "report",
    header = "Write a report as one HTML file: what happened, why, and what to do.",
    description = {
      "Reports everything since the keeper was attached, or, with --for, waits and reports that"
          + " time only. The file needs no network and names no peers."
    },
    footer = "  java -jar jsse-keeper.jar report 4711 --for 60s -o report.html")
final class ReportVerb implements Callable<Integer> {
  private final Screen screen;
  @Mixin private Target target;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      defaultValue = "0",
      description = "How long to wait, such as 60s or 10m, at most 1h.")
  private Duration time;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "The file, which must not exist. Default: jsse-keeper-PID.html.")
  private Path file;

  ReportVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws RefusedException, IOException, InterruptedException {
    Path to = file == null ? Path.of("jsse-keeper-" + target.pid + ".html") : file;
    if (Files.exists(to)) {
      throw new RefusedException(to + " already exists: name another file with -o");
    }
    try (KeeperClient keeper = target.connect()) {
      Map<String, Object> data = time.isZero() ? whole(keeper) : after(keeper);
      write(to, new StatusPage().with(JsonText.of(data)));
    }
    screen.line("written: " + to);
    return 0;
  }

  private static void write(Path to, String page) throws RefusedException {
    try {
      Files.writeString(to, page, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new RefusedException("cannot write the report to " + to + ": " + e, e);
    }
  }

  private Map<String, Object> whole(KeeperClient keeper) throws RefusedException {
    return data(keeper, "all since the keeper was attached");
  }

  private Map<String, Object> after(KeeperClient keeper)
      throws RefusedException, InterruptedException {
    ReportedTime reported = new ReportedTime(time, screen);
    Values<RefusedException> since = new Since<>(keeper);
    reported.watch(since);
    Map<String, Object> data = data(since, "a report of " + time.toSeconds() + " s");
    data.put("rates", reported.rates());
    return data;
  }

  private Map<String, Object> data(Values<RefusedException> keeper, String note)
      throws RefusedException {
    Map<String, Object> data = StatusData.of(keeper, System.currentTimeMillis());
    data.put("note", "JVM " + target.pid + ", " + note);
    return data;
  }
}
