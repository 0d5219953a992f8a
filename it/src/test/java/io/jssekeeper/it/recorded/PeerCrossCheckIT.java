package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Curl;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.OpenSslServer;
import io.jssekeeper.it.harness.Packets;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records agree with what {@code openssl} and {@code curl} report of the same handshakes. */
@OnEachJdk
final class PeerCrossCheckIT {
  @Parameter Stage stage;

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void server_opensslReconnectsWithTls12_recordsWhatOpensslSays(String kind) {
    ForkedJvm server = startServer(kind);

    List<String> said = new ArrayList<>(OpenSsl.connect(server.port(), "-tls1_2", "-reconnect"));
    said.addAll(OpenSsl.connect(server.port(), "-tls1_2", "-reconnect", "-no_ticket"));

    assertThat(said).hasSize(12).contains("full", "resumed");
    checkResults(server, said);
  }

  @ParameterizedTest
  @CsvSource({"socket,-tls1_2", "engine,-tls1_2", "socket,-tls1_3", "engine,-tls1_3"})
  void server_opensslComesBackWithItsSession_recordsWhatOpensslSays(String kind, String protocol) {
    ForkedJvm server = startServer(kind);
    String file = Settings.work().resolve("session-" + server.pid() + ".pem").toString();

    List<String> said =
        new ArrayList<>(OpenSsl.connect(server.port(), protocol, "-sess_out", file));
    said.addAll(OpenSsl.connect(server.port(), protocol, "-sess_in", file));

    assertThat(said).containsExactly("full", "resumed");
    checkResults(server, said);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.2", "1.3"})
  void server_curlFetchesTwoPages_recordsWhatCurlSays(String newest) {
    ForkedJvm server = startServer("socket");

    List<String> said = Curl.get(server.port(), 2, "--tls-max", newest);

    assertThat(said).containsExactly("full", "resumed");
    checkResults(server, said);
    assertThat(server.records()).allSatisfy(r -> assertThat(r.get("alpn")).isEqualTo("http/1.1"));
  }

  @Test
  void client_opensslServer_recordsWhatOpensslSays() {
    try (OpenSslServer server = OpenSslServer.start()) {
      ForkedJvm client =
          stage.start(stage.client().agent(Agent.with()).with("port", server.port()));
      List<String> said = new ArrayList<>();
      for (Variant variant : Variant.all().filter(Variant::tickets).toList()) {
        String peer =
            " host=" + variant.kind() + "." + variant.protocol().toLowerCase() + ".example";
        for (int visit = 0; visit < 2; visit++) {
          String how = " kind=" + variant.kind() + " protocols=" + variant.protocol();
          said.add(client.ask("connect" + how + peer).text("peersays"));
        }
      }

      assertThat(said).containsOnly("New", "Reused");
      checkResults(client, said.stream().map(w -> w.equals("New") ? "full" : "resumed").toList());
    }
  }

  @Test
  void server_tsharkLooksAtThePackets_recordsWhatTheyShow() {
    Settings.requireFull();
    ForkedJvm server = startServer("socket");
    try (Packets packets = Packets.capture(server.port())) {
      for (Variant variant : Variant.all().toList()) {
        ForkedJvm client = stage.start(variant.in(stage.client()).with("port", server.port()));
        client.ask("connect");
        client.ask("connect");
        client.stop();
      }
      Fork mistrustful = stage.client().with("trust", KeyMaterial.shared().rsa().trust());
      Fork fork = mistrustful.with("protocols", "TLSv1.2").with("port", server.port());
      assertThat(stage.start(fork).ask("connect").what()).isEqualTo("failed");

      List<HandshakeRecord> records = server.recordsAtEnd(2 * 8 + 1);
      assertThat(records)
          .extracting(r -> r.get("handshake"))
          .contains("full", "resumed", "failed")
          .hasSize(2 * 8 + 1);
      Map<Long, String> shown = packets.results();
      assertThat(records)
          .allSatisfy(r -> assertThat(shown.get(port(r))).as("%s", r).isEqualTo(r.get("handshake")))
          .hasSameSizeAs(shown.keySet());
    }
  }

  private static long port(HandshakeRecord record) {
    return Long.parseLong(record.get("peer").replaceFirst(".*:", ""));
  }

  private ForkedJvm startServer(String kind) {
    return stage.start(
        stage.server().agent(Agent.with()).with("kind", kind).with("alpn", "http/1.1"));
  }

  /** In any order: a peer may come back before its server has made the record. */
  private static void checkResults(ForkedJvm jvm, List<String> said) {
    List<HandshakeRecord> records = jvm.recordsAtEnd(said.size());
    assertThat(records)
        .extracting(r -> r.get("handshake"))
        .containsExactlyInAnyOrderElementsOf(said);
  }
}
