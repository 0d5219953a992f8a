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
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A failed handshake gives one record, with its alert, on each side that has the agent. */
@OnEachJdk
final class FailedHandshakeIT {
  private static final int FLOOD = 40;

  /** Those passed unchanged, and one for the rest. */
  private static final int LINES_A_SECOND = 5 + 1;

  @Parameter Stage stage;

  @ParameterizedTest
  @CsvSource({"socket,TLSv1.2", "engine,TLSv1.2", "socket,TLSv1.3", "engine,TLSv1.3"})
  void handshake_serverNotTrusted_isRecordedFailedOnBothSides(String kind, String protocol) {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()).with("kind", kind));
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(Agent.with())
                .with("trust", KeyMaterial.shared().rsa().trust())
                .with("kind", kind)
                .with("protocols", protocol)
                .with("port", server.port()));

    assertThat(client.ask("connect host=shop.example").what()).isEqualTo("failed");

    checkOneFailure("client", client, "certificate_unknown");
    if (!hungUpOn(server)) {
      checkOneFailure("server", server, "certificate_unknown");
    }
  }

  /** In TLS 1.3 the client is done before the server has seen its certificate. */
  @ParameterizedTest
  @CsvSource({"socket,TLSv1.2", "engine,TLSv1.2", "socket,TLSv1.3", "engine,TLSv1.3"})
  void handshake_clientNotTrusted_failsOnTheSidesThatWereNotDone(String kind, String protocol) {
    ForkedJvm server =
        stage.start(
            stage
                .server()
                .agent(Agent.with())
                .with("trust", KeyMaterial.shared().rsa().trust())
                .with("auth", "need")
                .with("kind", kind));
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(Agent.with())
                .with("keys", KeyMaterial.shared().ec().store())
                .with("kind", kind)
                .with("protocols", protocol)
                .with("port", server.port()));

    assertThat(client.ask("connect host=shop.example").what()).isEqualTo("failed");

    checkOneFailure("server", server, "certificate_unknown");
    List<HandshakeRecord> records = client.recordsAtEnd(1);
    assertThat(records)
        .extracting(r -> r.get("handshake"))
        .containsExactly(protocol.equals("TLSv1.3") ? "full" : "failed");
    records.forEach(RecordCheck::order);
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void handshake_noCommonProtocol_isRecordedFailedOnBothSides(String kind) {
    ForkedJvm server =
        stage.start(
            stage.server().agent(Agent.with()).with("kind", kind).with("protocols", "TLSv1.2"));
    ForkedJvm client =
        stage.start(
            stage.client().agent(Agent.with()).with("kind", kind).with("port", server.port()));

    Answer answer = client.ask("connect host=shop.example protocols=TLSv1.3");

    assertThat(answer.what()).isEqualTo("failed");
    checkOneFailure("client", client, "protocol_version");
    checkOneFailure("server", server, "protocol_version");
  }

  @Test
  void flood_ofFailures_isSummedUpInTheLog() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));
    Fork fork = stage.client().agent(Agent.with()).with("port", server.port());
    ForkedJvm client = stage.start(fork.with("trust", KeyMaterial.shared().rsa().trust()));
    long begun = System.nanoTime();
    assertThat(client.ask("burst threads=4 count=" + FLOOD).number("failed")).isEqualTo(FLOOD);
    long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds() + 1;

    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(client.records().stream().mapToLong(HandshakeRecord::standsFor).sum())
                    .isEqualTo(FLOOD));
    assertThat(client.records())
        .as("lines of %d failures in %d seconds", FLOOD, seconds)
        .hasSizeLessThanOrEqualTo((int) seconds * LINES_A_SECOND)
        .hasSizeLessThan(FLOOD);
    try (JmxClient jmx = client.jmx()) {
      assertThat(jmx.keeper().rows("Handshakes"))
          .anySatisfy(
              row ->
                  assertThat(row)
                      .containsEntry("side", "client")
                      .containsEntry("result", "failed")
                      .containsEntry("count", (long) FLOOD));
    }
  }

  /**
   * Whether the client was gone before the server could read its alert: a JDK 11 server writes its
   * messages one by one, and the client gives up after the second.
   */
  private boolean hungUpOn(ForkedJvm server) {
    List<HandshakeRecord> records = server.recordsAtEnd(1);
    boolean hungUp =
        stage.jdk().feature() == 11
            && records.get(0).get("error").matches("(Broken pipe|Connection reset).*");
    if (hungUp) {
      System.out.println(
          stage.jdk() + ": the client had hung up, the alert was not read: " + records);
      assertThat(records).hasSize(1);
      assertThat(records.get(0).get("handshake")).isEqualTo("failed");
    }
    return hungUp;
  }

  private static void checkOneFailure(String side, ForkedJvm jvm, String alert) {
    List<HandshakeRecord> records = jvm.recordsAtEnd(1);
    assertThat(records).hasSize(1);
    new RecordCheck(side, "").failed(records.get(0), alert);
  }
}
