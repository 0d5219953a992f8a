package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Sessions held by the cache, by open connections and by the application are distinguished. */
@OnEachJdk
final class SessionHoldersIT {
  @Parameter Stage stage;

  /** The cache has room for one; sessions it has dropped may still be held elsewhere. */
  @Test
  void sessions_ofThreePeers_countOnceEachByTheirHolder() {
    ForkedJvm server = stage.start(stage.server());
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(Agent.with())
                .with("port", server.port())
                .with("protocols", "TLSv1.2"));
    client.ask("capacity sessions=1");

    client.ask("open page=yes host=a.example");
    client.ask("hold");
    client.ask("close");
    client.ask("open page=yes host=b.example");
    client.ask("open page=yes host=c.example");

    try (JmxClient jmx = client.jmx()) {
      Awaitility.await()
          .untilAsserted(
              () -> {
                client.ask("collect");
                assertThat(jmx.keeper().map("SessionsByHolder"))
                    .isEqualTo(Map.of("cache", 1, "connections", 1, "application", 1));
              });
    }
    assertThat(KeeperCommand.run("status", client.pid()).out())
        .contains("sessions by holder: 1 cache, 1 connections, 1 application");
  }
}
