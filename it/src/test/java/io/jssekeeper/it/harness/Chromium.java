package io.jssekeeper.it.harness;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code chromium} on the path, headless; it may contact only the page's server. */
public final class Chromium {
  private Chromium() {}

  /** Skips the test, with the reason printed, where there is none. */
  public static void require() {
    Tool.require("chromium");
  }

  /** The page's elements after its script has run. */
  public static String elements(String url) {
    return String.join("\n", run("--dump-dom", url).out());
  }

  /** Writes a screenshot of the page. */
  public static void picture(String url, Path png, int width, int height) {
    run("--screenshot=" + png, "--window-size=" + width + "," + height, url);
  }

  private static KeeperCommand.Outcome run(String... words) {
    List<String> line = new ArrayList<>();
    line.addAll(List.of("chromium", "--headless=new", "--no-sandbox", "--disable-gpu"));
    line.addAll(List.of("--disable-background-networking", "--disable-component-update"));
    line.addAll(List.of("--no-first-run", "--disable-dev-shm-usage", "--hide-scrollbars"));
    line.add("--user-data-dir=" + Settings.work().resolve("chromium").toAbsolutePath());
    line.add("--virtual-time-budget=2000");
    line.addAll(List.of(words));
    KeeperCommand.Outcome outcome = KeeperCommand.fork(Map.of(), line);
    if (outcome.status() != 0) {
      throw new AssertionError("chromium failed: " + outcome);
    }
    return outcome;
  }
}
