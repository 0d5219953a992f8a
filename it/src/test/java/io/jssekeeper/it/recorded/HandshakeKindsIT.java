package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Less common handshakes, too, give one correct record on each side. */
@OnEachJdk
final class HandshakeKindsIT {
  private static final String CONNECT = "connect host=shop.example";

  /** A client assumes another group than the server's, and has to send a second ClientHello. */
  static final String UNEXPECTED_GROUP = "-Djdk.tls.namedGroups=secp384r1";

  @Parameter Stage stage;
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("io.jssekeeper.it.harness.Variant#few")
  void handshake_withClientAuthentication_isOneRecordPerSide(Variant variant) {
    KeyMaterial.Pair keys = KeyMaterial.shared().ec();
    Fork server = variant.in(stage.server()).with("auth", "need");
    Fork client = variant.in(stage.client()).with("keys", keys.store());
    Pair pair = start(server, client);

    pair.check(List.of(pair.visit(), pair.visit()), List.of("full", "resumed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void clientAuthentication_withoutACertificate_isOneFailureOnEachSide(String kind) {
    Settings.requireFull();
    Variant variant = new Variant(kind, "TLSv1.2", true);
    Pair pair = start(variant.in(stage.server()).with("auth", "need"), variant.in(stage.client()));

    assertThat(pair.client.ask(CONNECT).what()).isEqualTo("failed");
    for (ForkedJvm side : List.of(pair.server, pair.client)) {
      assertThat(side.recordsAtEnd(1))
          .extracting(r -> r.get("handshake"))
          .containsExactly("failed");
    }
  }

  /** JSSE itself does not always resume after a HelloRetryRequest: the client reports it. */
  @ParameterizedTest
  @MethodSource("withTls13")
  void handshake_withHelloRetryRequest_isOneRecordPerSide(Variant variant) {
    Pair pair =
        start(variant.in(stage.server()).flags(UNEXPECTED_GROUP), variant.in(stage.client()));
    String first = pair.visit();
    String second = pair.visit();

    assertThat(first).isEqualTo("full");
    pair.check(List.of(first, second), List.of(first, second));
  }

  static Stream<Variant> withTls13() {
    return Variant.all()
        .filter(variant -> variant.protocol().equals("TLSv1.3"))
        .limit(Settings.full() ? Long.MAX_VALUE : 1);
  }

  @Test
  void handshake_renegotiation_isOneMarkedRecordPerSide() {
    Variant variant = new Variant("socket", "TLSv1.2", true);
    Pair pair = start(variant.in(stage.server()), variant.in(stage.client()));
    pair.client.ask("open host=shop.example page=yes");
    assertThat(pair.client.ask("renegotiate").text("failure")).isEqualTo("none");

    for (ForkedJvm side : List.of(pair.server, pair.client)) {
      List<HandshakeRecord> records = side.recordsAtEnd(2);
      assertThat(records.get(0).get("handshake")).isEqualTo("full");
      assertThat(records.get(0).has("renegotiation")).isFalse();
      assertThat(records.get(1).get("handshake")).isIn("full", "resumed");
      assertThat(records.get(1).get("renegotiation")).isEqualTo("true");
    }
    assertThat(pair.server.recordsAtEnd(2).get(1).get("handshake"))
        .isEqualTo(pair.client.recordsAtEnd(2).get(1).get("handshake"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1", "TLSv1.1"})
  void oldProtocols_whereTheyAreLetIn_areOneRecordOnEachSide(String protocol) throws IOException {
    Settings.requireFull();
    Path allowed = folder.resolve("java.security");
    Files.writeString(allowed, "jdk.tls.disabledAlgorithms=\n");
    String flag = "-Djava.security.properties=" + allowed;
    Pair pair =
        start(
            stage.server().flags(flag).with("protocols", protocol),
            stage.client().flags(flag).with("protocols", protocol));

    List<HandshakeRecord> records =
        pair.check(List.of(pair.visit(), pair.visit()), List.of("full", "resumed"));
    assertThat(records).extracting(r -> r.get("protocol")).containsOnly(protocol);
  }

  private Pair start(Fork server, Fork client) {
    ForkedJvm started = stage.start(server.agent(Agent.with()));
    return new Pair(started, stage.start(client.agent(Agent.with()).with("port", started.port())));
  }

  /** A server and its client, both with the agent. */
  private record Pair(ForkedJvm server, ForkedJvm client) {

    /** What the client's application sees: {@code full} or {@code resumed}. */
    String visit() {
      Answer answer = client.ask(CONNECT);
      assertThat(answer.what()).as("%s", answer).isEqualTo("connected");
      return answer.text("result");
    }

    /** Returns the server's records. */
    List<HandshakeRecord> check(List<String> seen, List<String> expected) {
      assertThat(seen).isEqualTo(expected);
      List<HandshakeRecord> records = server.recordsAtEnd(expected.size());
      for (List<HandshakeRecord> each : List.of(records, client.recordsAtEnd(expected.size()))) {
        assertThat(each).extracting(r -> r.get("handshake")).isEqualTo(expected);
        each.forEach(RecordCheck::order);
      }
      return records;
    }
  }
}
