package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * The application interrupts all threads of its thread group, which the keeper's belong to: none of
 * them ends, and none begins to spin.
 */
@OnEachJdk
final class InterruptedThreadsIT {
  private static final String OURS = "jsse-keeper";
  private static final int ROUNDS = 3;

  /** Of one processor, for all of them. */
  private static final double MOST_CPU = 0.3;

  @Parameter Stage stage;
  private final Path log = Settings.newFile("log", ".log");
  private final SecretsFile secrets = new SecretsFile().hold(SecretsFile.secret());
  private final int metrics = HttpGet.freePort();

  @BeforeEach
  void requireFull() {
    Settings.requireFull();
  }

  @Test
  void keepersThreads_interrupted_workAsBefore() {
    ForkedJvm server = stage.start(stage.server().agent(agent()));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    server.awaitKeeper();
    client.ask("connect");
    awaitLines(1);

    for (int round = 1; round <= ROUNDS; round++) {
      assertThat(server.ask("interrupt named=" + OURS).number("threads")).isGreaterThan(4);
      assertThat(KeeperCommand.run("status", server.pid()).status()).isZero();
      client.ask("connect");
      awaitLines(1 + round);
      assertThat(HttpGet.of(metrics, "/metrics").body()).contains("jsse_handshakes");
    }
    assertThat(caches(server)).isPositive();
    if (stage.jdk().hasStatelessTickets()) {
      turnSecrets(server);
    }
    server.stop();
  }

  @Test
  void keepersThreads_interrupted_doNotSpin() {
    ForkedJvm server = stage.start(stage.server().agent(agent()));
    server.awaitKeeper();
    server.ask("interrupt named=" + OURS);

    assertThat(share(server)).isLessThan(MOST_CPU);
  }

  private Agent agent() {
    String keys = stage.jdk().hasStatelessTickets() ? secrets.path().toString() : "off";
    return Agent.with("log=" + log, "metrics.http=" + metrics, "server.keys=" + keys);
  }

  private void turnSecrets(ForkedJvm server) {
    secrets.hold(SecretsFile.secret(), SecretsFile.secret());
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(keys(server)).containsEntry("secrets", "2"));
    assertThat(keys(server)).containsEntry("state", "shared");
  }

  private static Map<Object, Object> keys(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      return jmx.keeper().map("TicketKeys");
    }
  }

  private static int caches(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      return jmx.sessionCaches("server").size();
    }
  }

  /**
   * The CPU time of the keeper's threads while their names are printed ten times, as a share of
   * that time.
   */
  private static double share(ForkedJvm server) {
    long began = System.nanoTime();
    double before = server.cpuMillis(OURS);
    for (int i = 0; i < 10; i++) {
      server.threads();
    }
    double millis = (System.nanoTime() - began) / 1e6;
    return (server.cpuMillis(OURS) - before) / millis;
  }

  private void awaitLines(int count) {
    Awaitility.await().untilAsserted(() -> assertThat(lines()).isGreaterThanOrEqualTo(count));
  }

  private long lines() {
    try {
      return Files.readAllLines(log).stream().filter(line -> line.contains("handshake=")).count();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
