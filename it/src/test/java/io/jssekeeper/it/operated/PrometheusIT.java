package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Prometheus;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.json.JSONArray;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** With a real Prometheus, our endpoint, rules and dashboard do what the documents say. */
@OnEachJdk
final class PrometheusIT {
  private static final Path DOCS = Path.of("..", "docs");

  /** Rates are over ten minutes, so a few seconds of them need many failures. */
  private static final int FAILURES = 200;

  private static final String FAILED = "sum(jsse_handshakes_seconds_count{result=\"failed\"})";

  @Parameter Stage stage;
  @TempDir private Path folder;

  @Test
  void rules_inARealPrometheus_fire() throws IOException {
    Settings.requireFull();
    Prometheus.require();
    assertThat(Prometheus.check(DOCS.resolve("alerts.yml")).status()).isZero();
    int port = HttpGet.freePort();
    ForkedJvm server = stage.start(stage.server().agent(Agent.unasked("metrics.http=" + port)));
    stage.start(stage.client().with("port", server.port())).ask("connect");
    try (Prometheus prometheus = Prometheus.start(hastyRules(), port)) {
      awaitSum(prometheus, "sum(jsse_handshakes_seconds_count)", 1);
      assertThat(firing(prometheus)).isEmpty();

      speakNoTls(server.port()); // a rate starts from the first scrape
      awaitSum(prometheus, FAILED, 1);
      for (int i = 0; i < FAILURES; i++) {
        speakNoTls(server.port());
      }
      awaitSum(prometheus, FAILED, FAILURES);
      await()
          .untilAsserted(() -> assertThat(firing(prometheus)).containsExactly("TlsHandshakesFail"));
      assertDashboardIsUnderstood(prometheus);
    }
  }

  /** The rules as they are, without their waiting time of a quarter of an hour. */
  private Path hastyRules() throws IOException {
    String rules = Files.readString(DOCS.resolve("alerts.yml"));
    return Files.writeString(
        folder.resolve("alerts.yml"), rules.replaceAll("for: \\d+[mh]", "for: 1s"));
  }

  private static void speakNoTls(long port) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), (int) port)) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    }
  }

  private static void awaitSum(Prometheus prometheus, String expression, double least) {
    await()
        .untilAsserted(
            () -> {
              JSONArray result =
                  prometheus.query(expression).getJSONObject("data").getJSONArray("result");
              assertThat(result).as(expression).isNotEmpty();
              assertThat(result.getJSONObject(0).getJSONArray("value").getDouble(1))
                  .isGreaterThanOrEqualTo(least);
            });
  }

  private static List<String> firing(Prometheus prometheus) {
    List<String> names = new ArrayList<>();
    JSONObject answer = prometheus.query("ALERTS{alertstate=\"firing\"}");
    for (Object alert : answer.getJSONObject("data").getJSONArray("result")) {
      names.add(((JSONObject) alert).getJSONObject("metric").getString("alertname"));
    }
    return names;
  }

  /** Each expression of the Grafana dashboard, with its variables substituted. */
  private static void assertDashboardIsUnderstood(Prometheus prometheus) throws IOException {
    String text = Files.readString(DOCS.resolve("grafana-dashboard.json"));
    List<String> expressions = new ArrayList<>();
    collect(new JSONObject(text), expressions);
    assertThat(expressions).hasSizeGreaterThan(5);
    for (String expression : expressions) {
      String filled =
          expression.replace("$__rate_interval", "1m").replaceAll("\\$\\{?[a-z_]+}?", ".*");
      assertThat(prometheus.query(filled).getString("status")).as(filled).isEqualTo("success");
    }
  }

  private static void collect(JSONObject object, List<String> expressions) {
    for (String name : object.keySet()) {
      Object member = object.get(name);
      if (name.equals("expr")) {
        expressions.add((String) member);
      } else if (member instanceof JSONObject) {
        collect((JSONObject) member, expressions);
      } else if (member instanceof JSONArray) {
        for (Object element : (JSONArray) member) {
          if (element instanceof JSONObject) {
            collect((JSONObject) element, expressions);
          }
        }
      }
    }
  }

  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions();
  }
}
