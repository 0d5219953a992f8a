package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each handshake gives one record on each side that has the agent, and none without. */
@OnEachJdk
final class HandshakeRecordIT {
  private static final Duration AGE_PRECISION = Duration.ofSeconds(1);
  private static final Duration BETWEEN = Duration.ofMillis(1200);

  @Parameter Stage stage;

  @ParameterizedTest
  @MethodSource("io.jssekeeper.it.harness.Variant#few")
  void handshakes_withoutAgent_resumeAndLeaveNoRecord(Variant variant) {
    Visits visits = visit(variant, Agent.none(), Duration.ZERO);

    assertThat(visits.server.recordsAtEnd(0)).isEmpty();
    assertThat(visits.client.recordsAtEnd(0)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.jssekeeper.it.harness.Variant#all")
  void handshakes_withAgent_areRecordedOnceOnEachSide(Variant variant) {
    Visits visits = visit(variant, Agent.with(), BETWEEN);

    List<HandshakeRecord> server = visits.server.recordsAtEnd(2);
    List<HandshakeRecord> client = visits.client.recordsAtEnd(2);
    assertThat(server).extracting(r -> r.get("handshake")).containsExactly("full", "resumed");
    assertThat(client).extracting(r -> r.get("handshake")).containsExactly("full", "resumed");
    checkServer(variant, visits, server);
    checkClient(variant, visits, client);
    checkSecrecy(visits);
  }

  private Visits visit(Variant variant, Agent agent, Duration between) {
    ForkedJvm server =
        stage.start(variant.in(stage.server()).agent(agent).with("alpn", "http/1.1"));
    ForkedJvm client =
        stage.start(variant.in(stage.client()).agent(agent).with("port", server.port()));
    String connect = "connect host=shop.example alpn=http/1.1";
    Timed first = Timed.ask(client, connect);
    if (agent.isThere()) {
      server.awaitKeeper();
      client.awaitKeeper();
    }
    Awaitility.await().until(() -> System.nanoTime() - first.endedNanos() > between.toNanos());
    Timed second = Timed.ask(client, connect);
    assertThat(first.answer().text("result")).isEqualTo("full");
    assertThat(second.answer().text("result")).isEqualTo("resumed");
    return new Visits(server, client, first, second);
  }

  private void checkServer(Variant variant, Visits visits, List<HandshakeRecord> records) {
    RecordCheck check = new RecordCheck("server", variant.protocol());
    check.full(records.get(0), visits.first, "not-offered");
    check.resumed(records.get(1), visits.second, variant.via(stage.jdk()));
    check.cpu(records.get(1), visits.second);
    checkAge(visits, records.get(1));
    assertThat(records.get(0).get("peer")).isEqualTo(serverPeer(variant, visits.first));
    assertThat(records.get(1).get("peer")).isEqualTo(serverPeer(variant, visits.second));
    if (variant.isById(stage.jdk())) {
      check.session(records.get(0), visits.first);
      check.session(records.get(1), visits.second);
    }
  }

  /** Server engines are not told their peer. */
  private static String serverPeer(Variant variant, Timed visit) {
    return variant.kind().equals("socket") ? "127.0.0.1:" + visit.answer().text("localport") : "";
  }

  private void checkClient(Variant variant, Visits visits, List<HandshakeRecord> records) {
    RecordCheck check = new RecordCheck("client", variant.protocol());
    check.full(records.get(0), visits.first, "first-contact");
    check.resumed(records.get(1), visits.second, variant.via(stage.jdk()));
    check.cpu(records.get(1), visits.second);
    checkAge(visits, records.get(1));
    assertThat(records)
        .allSatisfy(
            r -> assertThat(r.get("peer")).isEqualTo("shop.example:" + visits.server.port()));
    check.session(records.get(0), visits.first);
    check.session(records.get(1), visits.second);
  }

  private static void checkAge(Visits visits, HandshakeRecord resumed) {
    assertThat(resumed.duration("age"))
        .isBetween(
            visits.second.shortestSince(visits.first).minus(AGE_PRECISION),
            visits.second.longestSince(visits.first).plus(AGE_PRECISION));
  }

  private static void checkSecrecy(Visits visits) {
    String written =
        String.join("\n", visits.server.errorLines())
            + String.join("\n", visits.client.errorLines());
    for (Timed visit : List.of(visits.first, visits.second)) {
      assertThat(written.toLowerCase(Locale.ROOT)).doesNotContain(visit.answer().text("id"));
    }
  }

  private record Visits(ForkedJvm server, ForkedJvm client, Timed first, Timed second) {}
}
