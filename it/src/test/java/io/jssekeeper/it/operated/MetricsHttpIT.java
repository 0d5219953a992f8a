package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Samples;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Our own endpoint shows Prometheus what JMX shows. */
@OnEachJdk
final class MetricsHttpIT {
  private static final String COUNT = "jsse_handshakes_seconds_count";
  private static final Path DOCS = Path.of("..", "docs");

  /** A metric, not a file or another of our names with underscores. */
  private static final Pattern NAME = Pattern.compile("\\bjsse_[a-z_]+\\b");

  private static final Pattern GROUPING = Pattern.compile("\\bby ?\\(([^)]*)\\)");
  private static final Pattern SELECTOR = Pattern.compile("(\\w+)(?:=~?|!~|!=)\\\\?\"");

  @Parameter Stage stage;

  @Test
  void endpoint_afterHandshakes_showsWhatJmxShows() {
    int port = HttpGet.freePort();
    ForkedJvm server = stage.start(stage.server().agent(Agent.unasked("metrics.http=" + port)));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    Samples before = awaitSamples(port);
    assertThat(before.names()).doesNotContain(COUNT).contains("jsse_keeper_errors_total");
    assertThat(before.values("jsse_session_cache_gets_total", "result"))
        .containsExactly("hit", "miss");

    client.ask("connect protocols=TLSv1.3");
    client.ask("connect protocols=TLSv1.3");
    client.ask("renew");
    client.ask("connect protocols=TLSv1.2");
    client.ask("connect ciphers=TLS_RSA_WITH_AES_128_CBC_SHA protocols=TLSv1.2");

    await().untilAsserted(() -> assertThat(scrape(port).sum(COUNT)).isGreaterThanOrEqualTo(3));
    assertSameAsJmx(server, port);
    Samples after = scrape(port);
    assertThat(after.sum(COUNT, "result", "resumed", "reason", "none", "protocol", "TLSv1.3"))
        .isEqualTo(1);
    assertThat(after.sum(COUNT, "result", "full", "reason", "not-offered")).isEqualTo(2);
    assertThat(after.values(COUNT, "side")).containsExactly("server");
    assertThat(after.values("jsse_session_cache_removals_total", "cause"))
        .containsExactly("collected", "evicted", "expired", "invalidated", "pulled", "replaced");
    assertThat(after.values("jsse_session_protected_total", "by"))
        .containsExactly("clock", "close", "gc", "settings", "tickets");
    assertDocumentsNameOnlyWhatIsThere(after);
    assertServesItsPagesOnlyHere(port);
    assertThat(server.lastingThreads()).contains("main").noneMatch(MetricsHttpIT::isOurs);

    assertThat(KeeperCommand.run("detach", server.pid()).status()).isZero();
    assertThat(HttpGet.isOpen(InetAddress.getLoopbackAddress(), port)).isFalse();
    server.awaitNoThread(MetricsHttpIT::isOurs);
  }

  private static boolean isOurs(String thread) {
    return thread.startsWith("jsse-keeper") || thread.startsWith("HTTP-");
  }

  @Test
  void endpoint_fortySlowClients_stillAnswers() throws IOException {
    int port = HttpGet.freePort();
    stage.start(stage.server().agent(Agent.unasked("metrics.http=" + port)));
    awaitSamples(port);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < 40; i++) {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
        slow.add(client);
        client.getOutputStream().write("GET /m".getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(HttpGet.of(port, "/metrics").statusCode()).isEqualTo(200);
    } finally {
      for (Socket client : slow) {
        client.close();
      }
    }
  }

  @Test
  void endpoint_whosePortIsTaken_isOneNotice() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String option = "metrics.http=" + taken.getLocalPort();
      ForkedJvm server = stage.start(stage.server().agent(Agent.unasked(option)));
      ForkedJvm client = stage.start(stage.client().with("port", server.port()));

      assertThat(client.ask("connect").text("result")).isEqualTo("full");
      assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
      await().untilAsserted(() -> assertThat(server.notices()).hasSize(1));
      assertThat(server.recordsAtEnd(2)).hasSize(2);
      assertThat(server.notices())
          .singleElement()
          .asString()
          .contains(":" + taken.getLocalPort(), "in use");
    }
  }

  private static void assertSameAsJmx(ForkedJvm server, int port) {
    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      assertThat(keeper.number("ErrorsSwallowed")).isZero();
      assertThat(server.notices()).isEmpty();
      await()
          .untilAsserted(
              () -> {
                Samples samples = scrape(port);
                for (Map<String, Object> row : keeper.rows("HandshakesByReason")) {
                  assertThat(count(samples, row)).as("%s", row).isEqualTo(number(row, "count"));
                  assertThat(number(row, "count")).isPositive();
                }
              });
      await().until(() -> jmx.sessionCaches("server").size() == 1);
      Bean cache = jmx.sessionCaches("server").get(0);
      Samples samples = scrape(port);
      String context = cache.name().getKeyProperty("context");
      for (String attribute : List.of("Size", "Capacity")) {
        String name = "jsse_session_cache_" + attribute.toLowerCase(Locale.ROOT);
        assertThat(samples.sum(name, "context", context, "side", "server"))
            .isEqualTo(cache.number(attribute));
      }
      assertThat(samples.sum("jsse_session_cache_bytes", "context", context))
          .isEqualTo(cache.number("StrongBytes"));
    }
  }

  private static double count(Samples samples, Map<String, Object> row) {
    String reason = row.get("reason").equals("") ? "none" : row.get("reason").toString();
    String result = row.get("result").toString();
    return samples.sum(COUNT, "result", result, "reason", reason, "side", "server");
  }

  private static double number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).doubleValue();
  }

  private static void assertServesItsPagesOnlyHere(int port) {
    HttpResponse<String> scrape = HttpGet.of(port, "/metrics");
    assertThat(scrape.headers().firstValue("Content-Type").orElse(""))
        .isEqualTo("text/plain; version=0.0.4; charset=utf-8");
    for (String path : List.of("/metrics/", "/metricsx", "/metrics/x", "/..%2f")) {
      assertThat(HttpGet.of(port, path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(HttpGet.send("POST", port, "/metrics").statusCode()).isEqualTo(405);
    for (InetAddress address : addresses()) {
      assertThat(HttpGet.isOpen(address, port))
          .as("%s", address)
          .isEqualTo(address.isLoopbackAddress() && address.getAddress().length == 4);
    }
  }

  private static List<InetAddress> addresses() {
    try {
      return NetworkInterface.networkInterfaces()
          .flatMap(each -> Collections.list(each.getInetAddresses()).stream())
          .toList();
    } catch (IOException none) {
      throw new IllegalStateException(none);
    }
  }

  /** Dashboard, alerts and the list of meters. */
  private static void assertDocumentsNameOnlyWhatIsThere(Samples samples) {
    Set<String> labels = new TreeSet<>();
    samples.names().forEach(name -> labels.addAll(samples.labels(name)));
    for (String document : List.of("grafana-dashboard.json", "alerts.yml", "metrics.md")) {
      String text = read(document);
      Set<String> named = new TreeSet<>();
      NAME.matcher(text).results().forEach(found -> named.add(found.group()));

      assertThat(samples.names()).as(document).containsAll(named);
      assertThat(named).as(document).hasSizeGreaterThan(3);
      assertThat(labels).as("labels in " + document).containsAll(labelsIn(text));
    }
    String list = read("metrics.md");
    assertThat(samples.names()).allSatisfy(name -> assertThat(list).contains("`" + name + "`"));
  }

  private static Set<String> labelsIn(String text) {
    Set<String> labels = new TreeSet<>();
    GROUPING
        .matcher(text)
        .results()
        .forEach(found -> labels.addAll(List.of(found.group(1).split(", *"))));
    SELECTOR.matcher(text).results().forEach(found -> labels.add(found.group(1)));
    labels.removeAll(Set.of("instance", "job")); // Prometheus' own
    return labels;
  }

  private static String read(String document) {
    try {
      return Files.readString(DOCS.resolve(document));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static Samples awaitSamples(int port) {
    await().until(() -> HttpGet.isOpen(InetAddress.getLoopbackAddress(), port));
    return scrape(port);
  }

  private static Samples scrape(int port) {
    HttpResponse<String> answer = HttpGet.of(port, "/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    return Samples.ofPrometheus(answer.body());
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(20));
  }
}
