package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.json.JSONArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** JMX shows what handshakes took, what resumption saved, and what unnecessary full ones cost. */
@OnEachJdk
final class SavingsIT {
  private static final long PEERS = 60;

  @Parameter Stage stage;

  @Test
  void savings_ofResumedAndAvoidableFull_areShown() {
    ForkedJvm server =
        stage.start(
            stage
                .server()
                .flags(JvmFlags.NO_STATELESS_TICKETS)
                .agent(Agent.with("log=off"))
                .with("kind", "engine"));
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(Agent.with("log=off"))
                .with("port", server.port())
                .with("protocols", "TLSv1.2")
                .with("count", PEERS));
    server.awaitKeeper();
    client.awaitKeeper();
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);
    assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
    server.ask("renew");
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);

    check("server", savings(server));
    check("client", savings(client));
  }

  @Test
  void totals_ofEachProtocolAndResult_areShown() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("log=off")));
    ForkedJvm client =
        stage.start(stage.client().agent(Agent.with("log=off")).with("port", server.port()));
    for (String protocol : List.of("TLSv1.2", "TLSv1.3", "TLSv1.3")) {
      client.ask("connect protocols=" + protocol);
    }
    ForkedJvm mistrustful =
        stage.start(
            stage
                .client()
                .with("trust", KeyMaterial.shared().rsa().trust())
                .with("port", server.port()));
    assertThat(mistrustful.ask("connect protocols=TLSv1.2").what()).isEqualTo("failed");

    List<Map<String, Object>> rows = totals(client, 3);
    assertThat(rows)
        .extracting(row -> row.get("side") + " " + row.get("protocol") + " " + row.get("result"))
        .containsExactly("client TLSv1.2 full", "client TLSv1.3 full", "client TLSv1.3 resumed");
    assertMeasured(rows);
    rows = totals(server, 4);
    assertThat(rows)
        .extracting(row -> row.get("side") + " " + row.get("protocol") + " " + row.get("result"))
        .containsExactly(
            "server TLSv1.2 full",
            "server TLSv1.2 failed",
            "server TLSv1.3 full",
            "server TLSv1.3 resumed");
    assertMeasured(rows);
    JSONArray told =
        KeeperCommand.run("status", "--json", server.pid())
            .object()
            .getJSONArray("handshakeTotals");
    assertThat(told.length()).isEqualTo(4);
    assertThat(told.getJSONObject(1).getString("result")).isEqualTo("failed");
    assertThat(told.getJSONObject(1).getDouble("tookSeconds"))
        .isEqualTo((double) rows.get(1).get("tookSeconds"));
  }

  private static List<Map<String, Object>> totals(ForkedJvm jvm, int handshakes) {
    try (JmxClient jmx = jvm.jmx()) {
      Awaitility.await().until(() -> count(jmx.keeper().rows("HandshakeTotals")) == handshakes);
      return jmx.keeper().rows("HandshakeTotals");
    }
  }

  private static long count(List<Map<String, Object>> rows) {
    return rows.stream().mapToLong(row -> (long) row.get("count")).sum();
  }

  /** CPU time is unknown until the JVM has JMX: with few handshakes, perhaps for all of them. */
  private static void assertMeasured(List<Map<String, Object>> rows) {
    for (Map<String, Object> row : rows) {
      assertThat(row).containsEntry("count", 1L).containsEntry("tookMeasured", 1L);
      assertThat((double) row.get("tookSeconds")).as("%s", row).isPositive();
      boolean measured = row.get("cpuMeasured").equals(1L);
      assertThat((double) row.get("cpuSeconds") > 0).as("%s", row).isEqualTo(measured);
    }
  }

  private static Map<String, Object> savings(ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      Awaitility.await()
          .until(
              () ->
                  jmx.keeper().rows("Savings").stream()
                      .anyMatch(row -> row.get("full").equals(2 * PEERS)));
      List<Map<String, Object>> rows = jmx.keeper().rows("Savings");
      assertThat(rows).hasSize(1);
      return rows.get(0);
    }
  }

  private void check(String side, Map<String, Object> row) {
    System.out.printf("%s, %s: %s%n", stage.jdk(), side, row);
    assertThat(row)
        .containsEntry("side", side)
        .containsEntry("protocol", "TLSv1.2")
        .containsEntry("full", 2 * PEERS)
        .containsEntry("resumed", PEERS)
        .containsEntry("avoidable", PEERS);
    assertThat((double) row.get("secondsSaved")).isPositive();
    double cpu = (double) row.get("cpuSecondsSaved"); // of many simultaneous ones few are measured
    assertThat(Double.isNaN(cpu) || cpu > 0).as("CPU saved: %s", cpu).isTrue();
    assertThat(row.get("secondsLost")).isEqualTo(row.get("secondsSaved"));
    assertThat(row.get("cpuSecondsLost")).isEqualTo(row.get("cpuSecondsSaved"));
  }
}
