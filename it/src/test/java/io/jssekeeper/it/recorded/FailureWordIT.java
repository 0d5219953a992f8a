package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One word says how a handshake failed, on each side: in the record, in JMX and in the meters. */
@OnEachJdk
final class FailureWordIT {
  private static final String CIPHER_A = "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256";
  private static final String CIPHER_B = "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384";

  @Parameter Stage stage;

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void certificateExpired_isDistinguishedFromUntrusted(String kind) {
    Settings.requireFull();
    KeyMaterial.Pair expired = KeyMaterial.expired();
    ForkedJvm server = server(stage.server(expired).with("kind", kind));
    ForkedJvm client = client(server, stage.client().with("trust", expired.trust()), kind);
    ForkedJvm mistrusting =
        client(server, stage.client().with("trust", KeyMaterial.shared().rsa().trust()), kind);

    fails(client, "");
    fails(mistrusting, "");

    assertThat(words(client, 1)).containsExactly("certificate-expired");
    assertThat(words(mistrusting, 1)).containsExactly("certificate-untrusted");
    assertCounted(client, "client", "certificate-expired");
  }

  @ParameterizedTest
  @CsvSource({
    "identify=HTTPS host=other.test, hostname-mismatch, certificate-untrusted",
    "protocols=TLSv1.2 ciphers=" + CIPHER_A + ", no-common-parameters, no-common-cipher",
    "protocols=TLSv1.3, protocol-version, protocol-version",
    "alpn=spdy, no-common-application-protocol, no-common-application-protocol",
  })
  void failure_hasItsWordOnBothSides(String asked, String atClient, String atServer) {
    Settings.requireFull();
    for (String kind : List.of("socket", "engine")) {
      ForkedJvm server =
          server(
              stage
                  .server()
                  .with("kind", kind)
                  .with("protocols", "TLSv1.2")
                  .with("ciphers", CIPHER_B)
                  .with("alpn", "h2"));
      ForkedJvm client = client(server, stage.client(), kind);

      fails(client, asked);

      assertThat(words(client, 1)).as("%s client", kind).containsExactly(atClient);
      assertThat(words(server, 1)).as("%s server", kind).containsExactly(atServer);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void clientWithoutCertificate_isMissing_andOneWithIsAuthenticated(String protocol) {
    Settings.requireFull();
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    ForkedJvm server = server(stage.server().with("auth", "need"));
    Fork without = stage.client().with("protocols", protocol);
    fails(client(server, without, "socket"), "");

    assertThat(words(server, 1)).containsExactly("certificate-missing");

    Fork with = stage.client().with("protocols", protocol).with("keys", keys.store());
    ForkedJvm client = client(server, with, "socket");
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    List<HandshakeRecord> records = server.recordsAtEnd(3);
    assertThat(records)
        .extracting(record -> record.get("authenticated"))
        .containsExactly("", "true", "true");
    assertThat(records.get(1).get("certificate")).matches("\\d+d");
    assertThat(records.get(2).has("certificate")).as("it was shown once").isFalse();
  }

  @Test
  void silentPeer_isATimeout_andOneThatHangsUpIsClosed() throws Exception {
    Settings.requireFull();
    try (ServerSocket silent = listener();
        ServerSocket closing = listener()) {
      Thread closes = new Thread(() -> closeEach(closing));
      closes.setDaemon(true);
      closes.start();
      ForkedJvm client = stage.start(stage.client().agent(Agent.with()));

      fails(client, "patience=300 port=" + silent.getLocalPort());
      fails(client, "port=" + closing.getLocalPort());

      assertThat(words(client, 2)).containsExactly("timeout", "peer-closed");
    }
  }

  @Test
  void portScan_isNoTls() throws IOException {
    Settings.requireFull();
    ForkedJvm server = server(stage.server());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), (int) server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      out.flush();
      Awaitility.await().until(() -> server.records().size() == 1);
    }
    assertThat(words(server, 1)).containsExactly("not-tls");
  }

  private static ServerSocket listener() throws IOException {
    return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
  }

  private static void closeEach(ServerSocket listening) {
    try {
      while (true) {
        listening.accept().close();
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private ForkedJvm server(Fork fork) {
    return stage.start(fork.agent(Agent.with()));
  }

  private ForkedJvm client(ForkedJvm server, Fork fork, String kind) {
    return stage.start(fork.agent(Agent.with()).with("kind", kind).with("port", server.port()));
  }

  private static void fails(ForkedJvm client, String asked) {
    assertThat(client.ask(("connect " + asked).trim()).what()).isEqualTo("failed");
  }

  private static List<String> words(ForkedJvm jvm, int atLeast) {
    Awaitility.await().until(() -> jvm.records().size() >= atLeast);
    return jvm.records().stream()
        .filter(record -> record.get("handshake").equals("failed"))
        .map(record -> record.get("failure"))
        .toList();
  }

  private static void assertCounted(ForkedJvm jvm, String side, String word) {
    try (JmxClient jmx = jvm.jmx()) {
      assertThat(jmx.keeper().rows("HandshakesByFailure"))
          .contains(Map.of("side", side, "failure", word, "count", 1L));
    }
  }
}
