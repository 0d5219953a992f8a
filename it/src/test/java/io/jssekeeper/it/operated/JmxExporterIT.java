package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The real jmx_exporter, with the rules in {@code docs}, shows what the keeper shows in JMX. */
@OnEachJdk
final class JmxExporterIT {
  private static final int PEERS = 3;
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;

  @Test
  void metrics_scraped_haveHandshakesAndCaches() {
    int port = HttpGet.freePort();
    ForkedJvm server =
        stage.start(BY_ID.in(stage.server()).flags(exporter(port)).agent(Agent.with()));
    ForkedJvm client = stage.start(BY_ID.in(stage.client()).with("port", server.port()));
    client.ask("burst threads=1 count=" + PEERS);
    client.ask("burst threads=1 count=" + PEERS);

    Awaitility.await()
        .atMost(WAIT)
        .ignoreExceptions()
        .untilAsserted(
            () ->
                assertThat(HttpGet.of(port, "/metrics").body())
                    .contains(
                        "jsse_handshakes_total{reason=\"not-offered\",result=\"full\",side=\"server\"}"
                            + " 3.0",
                        "jsse_session_cache_size{context=\"1\",side=\"server\"} 3.0",
                        "jsse_session_cache_gets_total{context=\"1\",result=\"hit\",side=\"server\"}"
                            + " 3.0",
                        "jsse_session_protected_total{by=\"gc\"} 0.0",
                        "jsse_keeper_errors_total 0.0")
                    .containsPattern(
                        "jsse_handshakes_total\\{(reason=\"\",)?result=\"resumed\",side=\"server\"} 3.0"));
  }

  private static String exporter(int port) {
    Path jar = Settings.library("jmx-exporter").get(0);
    Path rules = Path.of("..", "docs", "jmx-exporter.yml").toAbsolutePath().normalize();
    return "-javaagent:" + jar + "=127.0.0.1:" + port + ":" + rules;
  }
}
