package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.CracApi;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import io.jssekeeper.it.harness.WallClock;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Before a checkpoint (CRaC) no secret of a session is left in the heap that goes into the image,
 * and no file or socket of the keeper's is open; afterwards everything continues as after a start.
 *
 * <p>With a stand-in for that API: no JDK that has it is at hand.
 */
@OnEachJdk
final class CheckpointIT {
  private static final String JDKS = "jdk.crac";
  private static final String APPLICATIONS = "org.crac";
  private static final Variant TICKETS = new Variant("socket", "TLSv1.3", true);
  private static final Duration LONG_PAUSE = Duration.ofDays(2);

  @Parameter Stage stage;
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.jssekeeper.it.harness.Variant#few")
  void secretsWithoutAgent_areInTheImage(Variant variant) {
    Settings.requireFull();
    Pair pair = new Pair(variant, Agent.none());

    assertThat(pair.secretsLeft()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.jssekeeper.it.harness.Variant#few")
  void secrets_areNotInTheImage(Variant variant) {
    Settings.requireFull();
    Pair pair = new Pair(variant, Agent.with());

    assertThat(pair.secretsLeft()).isEmpty();

    pair.restore();
    assertThat(pair.connect()).isEqualTo("full");
    assertThat(pair.connect()).isEqualTo("resumed");
  }

  @Test
  void outputs_areClosedInTheImageAndOpenAfterIt() throws IOException {
    Settings.requireFull();
    Path log = folder.resolve("handshakes.log");
    int port = HttpGet.freePort();
    ForkedJvm server =
        stage.start(
            TICKETS
                .in(stage.server())
                .agent(Agent.with("log=" + log, "metrics.http=127.0.0.1:" + port)));
    ForkedJvm client = stage.start(TICKETS.in(stage.client()).with("port", server.port()));
    List<String> ours = List.of(log.toRealPath().toString(), "jsse-keeper");
    awaitResource(server, APPLICATIONS);
    connect(client);
    awaitAnswer(port);
    assertThat(server.openFiles()).anyMatch(name -> isOne(ours, name));

    server.ask("checkpoint api=" + APPLICATIONS);

    assertThat(server.openFiles())
        .noneMatch(name -> isOne(ours, name))
        .noneMatch(name -> name.contains("inotify"));
    assertThat(HttpGet.isOpen(InetAddress.getLoopbackAddress(), port)).isFalse();
    assertThat(server.threads()).noneMatch(name -> name.startsWith("jsse-keeper"));

    server.ask("restore api=" + APPLICATIONS);
    server.awaitKeeper();
    connect(client);
    awaitAnswer(port);
    Awaitility.await().untilAsserted(() -> assertThat(Files.readAllLines(log)).hasSize(2));
  }

  /** A failed checkpoint is followed by the same steps as a restore. */
  @Test
  void checkpoints_oneAfterAnother_areEachGotOver() {
    Settings.requireFull();
    Pair pair = new Pair(TICKETS, Agent.with());
    for (int i = 0; i < 3; i++) {
      pair.checkpoint();
      pair.restore();
      assertThat(pair.connect()).isEqualTo("full");
      assertThat(pair.connect()).isEqualTo("resumed");
    }
  }

  @Test
  void keeper_detachedBefore_staysOut() {
    Settings.requireFull();
    Pair pair = new Pair(TICKETS, Agent.unasked());
    assertThat(KeeperCommand.run("detach", pair.server.pid()).status()).isZero();
    pair.server.ask("collect");
    assertThat(pair.server.ask("resources api=" + JDKS).number("count")).isZero();
    pair.server.ask("checkpoint api=" + JDKS);
    pair.server.ask("restore api=" + JDKS);
    assertThat(pair.server.threads()).noneMatch(name -> name.startsWith("jsse-keeper"));
  }

  @Test
  void sessionsAfterALongPause_areKeptByAClockThatStartedThen() {
    Settings.requireFull();
    WallClock clock = WallClock.thorough();
    ForkedJvm server = stage.start(CracApi.with(stage.server().clock(clock)).agent(Agent.with()));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    connect(client);
    server.ask("checkpoint api=" + JDKS);
    clock.step(LONG_PAUSE);
    server.ask("restore api=" + JDKS);
    server.awaitKeeper();

    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    assertThat(server.notices()).isEmpty();
  }

  private static boolean isOne(List<String> parts, String name) {
    return parts.stream().anyMatch(part -> name.contains(part) && !name.endsWith(".jar"));
  }

  private static void connect(ForkedJvm client) {
    assertThat(client.ask("connect").text("result")).isNotEqualTo("failed");
  }

  /** The endpoint opens after the start. */
  private static void awaitAnswer(int port) {
    Awaitility.await().until(() -> HttpGet.isOpen(InetAddress.getLoopbackAddress(), port));
  }

  private static void awaitResource(ForkedJvm jvm, String api) {
    Awaitility.await()
        .until(() -> jvm.ask("resources api=" + api).number("count"), count -> count == 1);
  }

  /** A client that has resumed a session of its server's. */
  private final class Pair {
    private final ForkedJvm server;
    private final ForkedJvm client;
    private final Set<String> secrets = new TreeSet<>();

    Pair(Variant variant, Agent agent) {
      String opened = "java.base/sun.security.ssl=ALL-UNNAMED";
      Fork atServer = CracApi.with(variant.in(stage.server())).flags("--add-opens", opened);
      server = stage.start(atServer.agent(agent));
      Fork atClient = CracApi.with(variant.in(stage.client())).flags("--add-opens", opened);
      client = stage.start(atClient.with("port", server.port()).agent(agent));
      connect();
      assertThat(connect()).isEqualTo("resumed");
      secrets.addAll(secretsOf(client));
      secrets.addAll(secretsOf(server));
      assertThat(secrets).hasSizeGreaterThan(1);
      assertThat(secretsIn(server)).as("what can be found").isNotEmpty();
      assertThat(secretsIn(client)).as("what can be found").isNotEmpty();
    }

    String connect() {
      return client.ask("connect").text("result");
    }

    void checkpoint() {
      server.ask("checkpoint api=" + JDKS);
      client.ask("checkpoint api=" + JDKS);
    }

    void restore() {
      for (ForkedJvm jvm : List.of(server, client)) {
        jvm.ask("restore api=" + JDKS);
        jvm.awaitKeeper();
      }
    }

    Set<String> secretsLeft() {
      checkpoint();
      Set<String> left = secretsIn(server);
      left.addAll(secretsIn(client));
      return left;
    }

    private Set<String> secretsOf(ForkedJvm jvm) {
      Answer answer = jvm.ask("secrets");
      String hex = answer.text("hex");
      return hex.isEmpty() ? Set.of() : Set.of(hex.split(","));
    }

    private Set<String> secretsIn(ForkedJvm jvm) {
      jvm.ask("collect");
      String heap = jvm.liveHeap();
      Set<String> in = new TreeSet<>();
      for (String secret : secrets) {
        byte[] bytes = HexFormat.of().parseHex(secret);
        if (heap.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
          in.add(secret);
        }
      }
      return in;
    }
  }
}
