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
 * A session ends with the certificate that it was verified by, if that is asked for. The
 * certificates are trusted by themselves: JSSE takes such a one when it has expired, too, and so a
 * full handshake shows that a session was not resumed.
 */
@OnEachJdk
final class CertificateEndIT {
  /** Until then all sides have started, and have resumed. */
  private static final int SECONDS =
      Integer.getInteger("it.certificate", Settings.full() ? 40 : 20);

  private static final String END = "certificates=end-sessions";

  @Parameter Stage stage;

  private static Stream<Variant> variants() {
    return Settings.full() ? Variant.all() : Variant.few().limit(1);
  }

  /** One pair for each side's certificate, and one where nothing is asked for. */
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

  private Pair pair(Variant variant, Agent ofServer, Agent ofClient, boolean mutual) {
    Instant end = Instant.now().plusSeconds(SECONDS);
    KeyMaterial.Pair expiring = KeyMaterial.expiringIn(SECONDS);
    KeyMaterial.Pair lasting = KeyMaterial.shared().ec();
    Fork server = stage.server(mutual ? lasting : expiring).with("trust", expiring.trust());
    Fork client = stage.client().with("trust", (mutual ? lasting : expiring).trust());
    if (mutual) {
      server.with("auth", "need");
      client.with("keys", expiring.store());
    }
    ForkedJvm serving = stage.start(variant.in(server).agent(ofServer));
    ForkedJvm calling =
        stage.start(variant.in(client).agent(ofClient).with("port", serving.port()));
    Pair pair = new Pair(serving, calling, end);
    assertThat(pair.connect()).isEqualTo("full");
    assertThat(pair.connect()).as("before the certificate ends").isEqualTo("resumed");
    return pair;
  }

  private record Pair(ForkedJvm server, ForkedJvm client, Instant end) {
    String connect() {
      return client.ask("connect").text("result");
    }

    /** Certificates are made for whole seconds. */
    void awaitEnd() {
      Awaitility.await().until(() -> Instant.now().isAfter(end.plusSeconds(3)));
    }
  }
}
