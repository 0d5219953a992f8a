package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * Of many handshakes of many kinds in 8 threads each is recorded once: exactly as many as the
 * client itself counts, on both sides, in JMX and in the log.
 */
@OnEachJdk
final class ExactlyOnceIT {
  private static final int PEERS = 25;

  @Parameter Stage stage;
  @TempDir private Path folder;

  @Test
  void mixedHandshakes_withASocketServer_areCountedAsTheClientCountsThem() throws IOException {
    check(stage.server().with("kind", "socket"), stage.client());
  }

  /**
   * It requires a client certificate, and in TLS 1.3 a second ClientHello; in TLS 1.2 its own key
   * belongs to none of the groups.
   */
  @Test
  void mixedHandshakes_withADemandingEngineServer_agreeWithTheClient() throws IOException {
    Fork server =
        stage
            .server(KeyMaterial.shared().rsa())
            .with("kind", "engine")
            .with("auth", "need")
            .flags(HandshakeKindsIT.UNEXPECTED_GROUP);
    check(server, stage.client().with("keys", KeyMaterial.shared().rsa().store()));
  }

  private void check(Fork serverFork, Fork clientFork) throws IOException {
    int count = Settings.full() ? 10_000 : 400;
    ForkedJvm server = stage.start(serverFork.agent(agent("server")));
    ForkedJvm client = stage.start(clientFork.agent(agent("client")).with("port", server.port()));

    Answer own = client.ask("burst mixed=yes threads=8 count=" + count + " peers=" + PEERS);

    Map<String, Long> counted = new TreeMap<>();
    for (String result : List.of("full", "resumed", "failed")) {
      assertThat(own.number(result)).as("%s", own).isPositive();
      counted.put(result, own.number(result));
    }
    assertThat(counted.values().stream().mapToLong(each -> each).sum()).isEqualTo(count);
    assertThat(own.number("failed")).as("%s", own).isEqualTo(count / 8);
    check("client", client, counted);
    check("server", server, counted);
  }

  private Agent agent(String side) {
    return Agent.with("log=" + log(side));
  }

  private Path log(String side) {
    return folder.resolve(side + ".log");
  }

  /** The log holds failures of one kind back for a minute at most, but not beyond its end. */
  private void check(String side, ForkedJvm jvm, Map<String, Long> counted) throws IOException {
    try (JmxClient jmx = jvm.jmx()) {
      Awaitility.await()
          .untilAsserted(() -> assertThat(shown(jmx, side)).as(side).isEqualTo(counted));
    }
    jvm.stop();
    assertThat(logged(side)).as(side).isEqualTo(counted);
  }

  private static Map<String, Long> shown(JmxClient jmx, String side) {
    Map<String, Long> shown = new TreeMap<>();
    for (Map<String, Object> row : jmx.keeper().rows("Handshakes")) {
      if (row.get("side").equals(side)) {
        shown.merge((String) row.get("result"), (Long) row.get("count"), Long::sum);
      }
    }
    return shown;
  }

  private Map<String, Long> logged(String side) throws IOException {
    Map<String, Long> logged = new TreeMap<>();
    for (HandshakeRecord record : HandshakeRecord.among(Files.readAllLines(log(side)))) {
      assertThat(record.get("side")).isEqualTo(side);
      logged.merge(record.get("handshake"), record.standsFor(), Long::sum);
    }
    return logged;
  }
}
