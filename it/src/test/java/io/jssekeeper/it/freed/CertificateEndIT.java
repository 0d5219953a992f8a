package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A session ends with the certificate by which it was verified, if the option asks for it. The
 * certificates themselves are trusted anchors, which JSSE accepts even after they have expired, so
 * a full handshake shows that a session was not resumed.
 */
@OnEachJdk
final class CertificateEndIT {
  /** Longer than both sides take to start and to resume. */
  private static final int SECONDS = Settings.full() ? 20 : 10;

  private static final String END = "certificates=end-sessions";

  @Parameter Stage stage;

  private static Stream<Variant> variants() {
    return Settings.full() ? Variant.all() : Variant.few().limit(1);
  }

  /** One pair for each side's certificate, and one without the option. */
  @ParameterizedTest
  @MethodSource("variants")
  void sessions_endWithTheCertificate_ifThatIsAskedForOnly(Variant variant) {
    Pair ofServer = pair(variant, Agent.none(), Agent.with(END), false);
    Pair ofClient = pair(variant, Agent.with(END), Agent.none(), true);
    Pair unasked = pair(variant, Agent.with(), Agent.with(), true);
    Pair plain = pair(variant, Agent.none(), Agent.none(), true);
    List<Pair> all = List.of(ofServer, ofClient, unasked, plain);
    all.forEach(Pair::awaitEnd);
    assertThat(unasked.connect()).isEqualTo("resumed");
    assertThat(plain.connect()).isEqualTo("resumed");
    assertThat(ofServer.connect()).isEqualTo("full");
    assertThat(ofClient.connect()).isEqualTo("full");
    assertExpired(ofServer.client, "client");
    assertExpired(ofClient.server, "server");
  }

  private static void assertExpired(ForkedJvm jvm, String side) {
    HandshakeRecord last = jvm.recordsAtEnd(3).get(2);
    assertThat(last.get("handshake")).isEqualTo("full");
    assertThat(last.get("side")).isEqualTo(side);
    assertThat(last.get("reason")).isEqualTo("expired");
    assertThat(last.get("detail")).isEqualTo("certificate-expired");
  }

  /**
   * A session that was resumed before its certificate expired: on a busy machine this takes a
   * while.
   */
  private Pair pair(Variant variant, Agent ofServer, Agent ofClient, boolean mutual) {
    for (int seconds = SECONDS; true; seconds *= 2) {
      assertThat(seconds).as("of validity are too few").isLessThan(10 * SECONDS);
      Pair pair = start(variant, new Agents(ofServer, ofClient), mutual, seconds);
      String first = pair.connect();
      String second = pair.connect();
      if (Instant.now().isBefore(pair.end)) {
        assertThat(List.of(first, second)).containsExactly("full", "resumed");
        return pair;
      }
    }
  }

  private Pair start(Variant variant, Agents agents, boolean mutual, int seconds) {
    Instant end = Instant.now().plusSeconds(seconds);
    KeyMaterial.Pair expiring = KeyMaterial.expiringIn(seconds);
    KeyMaterial.Pair lasting = KeyMaterial.shared().ec();
    Fork server = stage.server(mutual ? lasting : expiring).with("trust", expiring.trust());
    Fork client = stage.client().with("trust", (mutual ? lasting : expiring).trust());
    if (mutual) {
      server.with("auth", "need");
      client.with("keys", expiring.store());
    }
    ForkedJvm serving = stage.start(variant.in(server).agent(agents.server));
    ForkedJvm calling =
        stage.start(variant.in(client).agent(agents.client).with("port", serving.port()));
    return new Pair(serving, calling, end);
  }

  private record Agents(Agent server, Agent client) {}

  private record Pair(ForkedJvm server, ForkedJvm client, Instant end) {
    String connect() {
      return client.ask("connect").text("result");
    }

    /** The validity of certificates is in whole seconds. */
    void awaitEnd() {
      Awaitility.await().until(() -> Instant.now().isAfter(end.plusSeconds(3)));
    }
  }
}
