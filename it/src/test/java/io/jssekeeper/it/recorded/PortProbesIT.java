package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Probe;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.http.HttpServers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Visitors of a TLS port that are no TLS clients trusting its server are recorded with their likely
 * cause, and do not fill the log; if nothing was sent at all, nothing is recorded.
 */
@OnEachJdk
final class PortProbesIT {
  private static final int OFTEN = 12;

  /** Those passed unchanged, and one that stands for the others. */
  private static final int MOST_LINES = 5 + 1;

  private static final Map<String, String> CAUSES =
      Map.of(
          "HALF_A_HELLO", "hung-up",
          "PLAIN_HTTP", "plain-http",
          "NOT_TLS", "not-tls");

  @Parameter Stage stage;

  /** Its connections start the handshake as soon as they are accepted. */
  @ParameterizedTest
  @ValueSource(strings = {"socket", "engine"})
  void probes_ofAServer_areRecordedWithTheirCause(String kind) {
    List<Integer> without = new ArrayList<>();
    ForkedJvm plain = stage.start(stage.server().with("kind", kind));
    ForkedJvm watched = stage.start(stage.server().with("kind", kind).agent(Agent.with()));
    for (Probe probe : Probe.values()) {
      without.add(probe.send(plain.port()));
    }

    for (Probe probe : Probe.values()) {
      int before = watched.records().size();
      assertThat(probe.send(watched.port()))
          .as("what %s sees", probe)
          .isEqualTo(without.get(probe.ordinal()));
      if (probe != Probe.SILENT) {
        check(probe, awaitOne(watched, before));
      }
    }
    assertThat(watched.records()).hasSize(Probe.values().length - 1);
    checkCounts(watched, Probe.values().length - 1, 1);
    String explained = String.join(" ", KeeperCommand.run("explain", watched.pid()).out());
    assertThat(explained).contains("LIKELY CAUSE", "plain-http", "untrusted-certificate");
  }

  /** Some of them read what arrives before JSSE does. */
  @Test
  void probes_ofHttpServers_areRecordedWithTheirCauses() {
    if (stage.jdk().feature() < 17) {
      String reason = stage.jdk() + " is too old for Jetty and Tomcat of today";
      System.out.println("skipped: " + reason);
      Assumptions.abort(reason);
    }
    ForkedJvm servers = stage.start(stage.httpServers().agent(Agent.with()));
    for (String name : HttpServers.names()) {
      int before = servers.records().size();
      for (Probe probe : Probe.values()) {
        probe.send(servers.port(name));
      }
      int untrusting = 3;
      Awaitility.await()
          .until(
              () ->
                  of("untrusted-certificate", servers.records(), before).size() == untrusting
                      || servers.records().size() - before >= Probe.values().length - 1);
      List<HandshakeRecord> records = servers.records().subList(before, servers.records().size());
      assertThat(records)
          .as(name)
          .allSatisfy(
              record ->
                  assertThat(record.get("error"))
                      .isNotIn("problem unwrapping net record", "Unexpected exception"));
      if (name.equals("jdk") || name.equals("undertow")) {
        assertThat(of("plain-http", records, 0)).as(name).hasSize(1);
        assertThat(of("not-tls", records, 0)).as(name).hasSize(1);
      }
    }
  }

  @Test
  void checkThatHangsUpAgainAndAgain_isAFewLines_andCountedOneByOne() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));
    for (int i = 0; i < OFTEN; i++) {
      Probe.HALF_A_HELLO.send(server.port());
      Probe.SILENT.send(server.port());
    }

    Awaitility.await().untilAsserted(() -> checkCounts(server, OFTEN, OFTEN));
    List<HandshakeRecord> records = server.recordsAtEnd(1);
    assertThat(records).hasSizeLessThanOrEqualTo(MOST_LINES);
    assertThat(records.stream().mapToLong(HandshakeRecord::standsFor).sum()).isEqualTo(OFTEN);
    assertThat(records).allSatisfy(each -> assertThat(each.get("detail")).isEqualTo("hung-up"));
  }

  private static HandshakeRecord awaitOne(ForkedJvm server, int before) {
    Awaitility.await().until(() -> server.records().size() > before);
    return server.records().get(before);
  }

  /**
   * A peer that sends its alert and is gone at once may be noticed as gone before the alert is
   * read.
   */
  private static void check(Probe probe, HandshakeRecord record) {
    assertThat(record.get("handshake")).isEqualTo("failed");
    String cause = CAUSES.get(probe.name());
    if (cause == null) {
      assertThat(record.get("detail"))
          .as("%s: %s", probe, record)
          .isIn("untrusted-certificate", "hung-up");
    } else {
      assertThat(record.get("detail")).as("%s: %s", probe, record).isEqualTo(cause);
    }
    assertThat(record.get("error"))
        .isNotIn("", "problem unwrapping net record", "Unexpected exception");
  }

  private static List<HandshakeRecord> of(String detail, List<HandshakeRecord> all, int from) {
    return all.subList(from, all.size()).stream()
        .filter(record -> record.get("detail").equals(detail))
        .toList();
  }

  private static void checkCounts(ForkedJvm server, long failed, long withoutHello) {
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().rows("Handshakes"))
          .filteredOn(row -> row.get("side").equals("server") && row.get("result").equals("failed"))
          .extracting(row -> row.get("count"))
          .containsExactly(failed);
      assertThat(jmx.keeper().number("ConnectionsWithoutHello")).isEqualTo(withoutHello);
    }
  }
}
