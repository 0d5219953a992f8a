package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.FlightRecording;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HttpGet;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Log, JMX, JFR, metrics and command line show no id, ticket or key of any session: these are read
 * from JSSE's own objects, and searched for in all output.
 */
@OnEachJdk
final class SecretsIT {
  private static final int CONNECTIONS = 3;

  /** What ticket keys are derived from, if there are any. */
  private static final byte[] SECRET = SecretsFile.secret();

  private static final Set<String> SHARED = Set.of(HexFormat.of().formatHex(SECRET));

  @Parameter Stage stage;
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.jssekeeper.it.harness.Variant#few")
  void secrets_ofSessions_areInNoOutput(Variant variant) throws IOException {
    Side server = new Side("server", variant.in(stage.server()));
    Side client = new Side("client", variant.in(stage.client()).with("port", server.jvm.port()));
    Set<String> secrets = new TreeSet<>(SHARED);
    for (int i = 0; i < CONNECTIONS; i++) {
      assertThat(client.jvm.ask("connect").text("result")).isNotEqualTo("failed");
      secrets.addAll(client.secrets());
      secrets.addAll(server.secrets());
    }
    assertThat(secrets).as("an id and a key at least").hasSizeGreaterThan(SHARED.size() + 1);
    fail(server);
    client.jvm.ask("timeout seconds=1");
    server.jvm.ask("timeout seconds=1");

    for (Side side : List.of(server, client)) {
      String output = side.output();
      assertThat(output).as("what can be found").contains("handshake", side.knownHash());
      for (String secret : secrets) {
        assertThat(output.toLowerCase(Locale.ROOT)).doesNotContain(secret);
        assertThat(output).doesNotContain(base64(secret), raw(secret));
      }
    }
  }

  /** Failures are reported as well. */
  private void fail(Side server) {
    Fork mistrustful = stage.client().with("trust", KeyMaterial.shared().rsa().trust());
    ForkedJvm client = stage.start(mistrustful.with("port", server.jvm.port()));
    assertThat(client.ask("connect").what()).isEqualTo("failed");
  }

  private static String base64(String hex) {
    return Base64.getEncoder().withoutPadding().encodeToString(HexFormat.of().parseHex(hex));
  }

  private static String raw(String hex) {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }

  /** One JVM and all its output. */
  private final class Side {
    private final FlightRecording recording = FlightRecording.of(stage.jdk());
    private final int metricsPort = HttpGet.freePort();
    private final Path log;
    private final ForkedJvm jvm;

    Side(String name, Fork fork) {
      log = folder.resolve(name + ".log");
      jvm =
          stage.start(
              fork.flags("--add-opens", "java.base/sun.security.ssl=ALL-UNNAMED")
                  .agent(
                      Agent.with(
                          "log=" + log,
                          "log.format=json",
                          "sweep=100ms",
                          "server.keys=" + keys(),
                          "metrics.http=" + metricsPort)));
      recording.start(jvm.pid());
    }

    private String keys() {
      return stage.jdk().hasStatelessTickets()
          ? new SecretsFile().hold(SECRET).path().toString()
          : "off";
    }

    /** A server that gives its sessions to the client holds none itself, but holds their keys. */
    Set<String> secrets() {
      Answer answer = jvm.ask("secrets");
      Set<String> all = new TreeSet<>(List.of(answer.text("hex").split(",")));
      all.addAll(List.of(answer.text("private").split(",")));
      all.remove("");
      return all;
    }

    /** The hash by which a session is shown, to prove that the search finds what is there. */
    String knownHash() throws IOException {
      String line = Files.readAllLines(log).get(0);
      return line.replaceFirst(".*\"session\":\"([0-9a-f]{16})\".*", "$1");
    }

    String output() throws IOException {
      StringBuilder all = new StringBuilder();
      all.append(Files.readString(log));
      for (String verb : List.of("status", "sessions", "handshakes", "explain")) {
        KeeperCommand.Outcome outcome = KeeperCommand.run(verb, jvm.pid(), "--json");
        assertThat(outcome.status()).as("%s", outcome).isZero();
        all.append(outcome.out());
      }
      try (JmxClient jmx = jvm.jmx()) {
        Awaitility.await()
            .until(() -> jmx.all().size() > 1); // JMX starts when it is first asked for
        jmx.all().stream().map(Bean::allText).forEach(all::append);
      }
      all.append(metrics());
      recording.stop(jvm.pid());
      all.append(new String(recording.bytes(), StandardCharsets.ISO_8859_1));
      all.append(jvm.errorLines());
      return all.toString();
    }

    /** The endpoint's whole answer, once handshakes are in it. */
    private String metrics() {
      return Awaitility.await()
          .ignoreExceptions() // it opens after the first handshake
          .until(
              () -> HttpGet.of(metricsPort, "/metrics").body(),
              text -> text.contains("jsse_handshakes_seconds_count{"));
    }
  }
}
