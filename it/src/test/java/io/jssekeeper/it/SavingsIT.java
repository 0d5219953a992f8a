package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** JMX tells what resumption has saved, and what full handshakes lost that need not have been. */
@OnEachJdk
final class SavingsIT {
  private static final long PEERS = 60;
  private static final String IDS_ONLY = "-Djdk.tls.server.enableSessionTicketExtension=false";

  @RegisterExtension final Stage stage;
  private final Jdk jdk;

  SavingsIT(Jdk jdk) {
    this.jdk = jdk;
    this.stage = new Stage(jdk);
  }

  @Test
  void savings_ofResumedAndOfFullAfterAnotherContext_areTold() {
    ForkedJvm server =
        stage.start(
            stage.server().flags(IDS_ONLY).agent(Agent.with("log=off")).with("kind", "engine"));
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(Agent.with("log=off"))
                .with("port", server.port())
                .with("protocols", "TLSv1.2")
                .with("count", PEERS));
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);
    assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
    server.ask("renew");
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);

    check("server", savings(server));
    check("client", savings(client));
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
    System.out.printf("%s, %s: %s%n", jdk, side, row);
    assertThat(row)
        .containsEntry("side", side)
        .containsEntry("protocol", "TLSv1.2")
        .containsEntry("full", 2 * PEERS)
        .containsEntry("resumed", PEERS)
        .containsEntry("avoidable", PEERS);
    for (String saved : List.of("secondsSaved", "cpuSecondsSaved")) {
      assertThat((double) row.get(saved)).as(saved).isPositive();
    }
    assertThat(row.get("secondsLost")).isEqualTo(row.get("secondsSaved"));
    assertThat(row.get("cpuSecondsLost")).isEqualTo(row.get("cpuSecondsSaved"));
  }
}
