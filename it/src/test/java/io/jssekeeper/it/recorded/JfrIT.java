package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.FlightRecording;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A flight recording has the same handshakes as the log. */
@OnEachJdk
final class JfrIT {
  private static final Map<String, String> FIELDS_BY_EVENTS_NAME =
      Map.of(
          "side", "side",
          "result", "handshake",
          "reason", "reason",
          "protocolVersion", "protocol",
          "cipherSuite", "cipher",
          "session", "session",
          "via", "via");

  @Parameter Stage stage;

  @Test
  void handshakes_recordedFromTheStart_areEvents() {
    Settings.requireFull();
    FlightRecording recording = FlightRecording.of(stage.jdk());
    ForkedJvm server = stage.start(stage.server());
    ForkedJvm client =
        stage.start(
            stage.client().flags(recording.flag()).agent(Agent.with()).with("port", server.port()));
    for (int i = 0; i < 3; i++) {
      client.ask("connect");
    }
    List<HandshakeRecord> records = client.recordsAtEnd(3);

    assertSame(recording.events("io.jssekeeper.Handshake"), records);
  }

  /** Nothing of JFR is loaded until then. */
  @Test
  void handshakes_recordedLater_areEventsFromThenOn() {
    FlightRecording recording = FlightRecording.of(stage.jdk());
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    client.ask("connect");
    recording.start(server.pid());
    client.ask("connect");
    recording.stop(server.pid());
    client.ask("connect");
    List<HandshakeRecord> records = server.recordsAtEnd(3);

    assertSame(recording.events("io.jssekeeper.Handshake"), records.subList(1, 2));
  }

  @Test
  void session_leavingACache_isAnEvent() {
    FlightRecording recording = FlightRecording.of(stage.jdk());
    Variant byId = new Variant("socket", "TLSv1.2", false);
    ForkedJvm server = stage.start(byId.in(stage.server()).agent(Agent.with("sweep=100ms")));
    ForkedJvm client = stage.start(byId.in(stage.client()).with("port", server.port()));
    recording.start(server.pid());
    client.ask("connect");
    server.ask("timeout seconds=1");

    List<Map<String, String>> events =
        Awaitility.await()
            .pollInterval(Duration.ofSeconds(1))
            .atMost(Duration.ofSeconds(30))
            .until(() -> removals(recording, server), removals -> !removals.isEmpty());

    assertThat(events).hasSize(1);
    assertThat(events.get(0))
        .containsEntry("side", "server")
        .containsEntry("cause", "expired")
        .containsEntry("session", server.records().get(0).get("session"));
  }

  private static List<Map<String, String>> removals(FlightRecording recording, ForkedJvm jvm) {
    recording.dump(jvm.pid());
    return recording.events("io.jssekeeper.SessionRemoved");
  }

  @Test
  void detached_leavesNoEventType_andAttachedAgainEmits() {
    FlightRecording recording = FlightRecording.of(stage.jdk());
    ForkedJvm server = stage.start(stage.server());
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    recording.start(server.pid());
    attachConnectDetach(server, client);
    attachConnectDetach(server, client);
    recording.stop(server.pid());

    assertThat(recording.events("io.jssekeeper.Handshake")).hasSize(2);
  }

  private static void attachConnectDetach(ForkedJvm server, ForkedJvm client) {
    assertThat(KeeperCommand.run("attach", server.pid()).status()).isZero();
    client.ask("connect");
    assertThat(ourEventTypes(server)).contains("io.jssekeeper.Handshake");
    assertThat(KeeperCommand.run("detach", server.pid()).status()).isZero();
    assertThat(ourEventTypes(server)).isEmpty();
  }

  private static List<Object> ourEventTypes(ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      return jmx.bean("jdk.management.jfr:type=FlightRecorder").rows("EventTypes").stream()
          .map(row -> row.get("name"))
          .filter(name -> name.toString().startsWith("io.jssekeeper"))
          .toList();
    }
  }

  private static void assertSame(List<Map<String, String>> events, List<HandshakeRecord> records) {
    assertThat(events).hasSameSizeAs(records);
    for (int i = 0; i < events.size(); i++) {
      HandshakeRecord record = records.get(i);
      Map<String, String> event = events.get(i);
      FIELDS_BY_EVENTS_NAME.forEach(
          (name, field) -> assertThat(event.get(name)).as(name).isEqualTo(record.get(field)));
      assertThat(event.get("peerHost") + ":" + event.get("peerPort")).isEqualTo(record.get("peer"));
    }
  }
}
