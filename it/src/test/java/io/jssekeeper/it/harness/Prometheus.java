package io.jssekeeper.it.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.json.JSONObject;

/** The {@code prometheus} on the path, which scrapes one endpoint every second. */
public final class Prometheus implements AutoCloseable {
  private static final String CONFIGURATION =
      """
      global:
        scrape_interval: 1s
        evaluation_interval: 1s
      rule_files: ["%s"]
      scrape_configs:
        - job_name: jvm
          static_configs:
            - targets: ["127.0.0.1:%d"]
      """;

  private final int port = HttpGet.freePort();
  private final Process process;

  private Prometheus(Path rules, int target) throws IOException {
    Path base = Settings.work().resolve("prometheus-" + port).toAbsolutePath();
    Path configuration = Path.of(base + ".yml");
    Files.writeString(configuration, CONFIGURATION.formatted(rules.toAbsolutePath(), target));
    process =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + configuration,
                "--storage.tsdb.path=" + base,
                "--web.listen-address=127.0.0.1:" + port)
            .redirectErrorStream(true)
            .redirectOutput(Path.of(base + ".log").toFile())
            .start();
    Awaitility.await().until(() -> HttpGet.isOpen(InetAddress.getLoopbackAddress(), port));
  }

  /** Skips the test, with the reason printed, where there is none. */
  public static void require() {
    Tool.require("prometheus");
    Tool.require("promtool");
  }

  public static Prometheus start(Path rules, int target) {
    try {
      return new Prometheus(rules, target);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The output of {@code promtool check rules}. */
  public static KeeperCommand.Outcome check(Path rules) {
    return KeeperCommand.fork(Map.of(), List.of("promtool", "check", "rules", rules.toString()));
  }

  /** The answer to a query, which may be an error. */
  public JSONObject query(String expression) {
    String encoded = URLEncoder.encode(expression, StandardCharsets.UTF_8);
    return new JSONObject(HttpGet.of(port, "/api/v1/query?query=" + encoded).body());
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
