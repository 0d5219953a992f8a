package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The lifetime in a truncated ticket applies to no other session. */
@OnEachJdk
final class TruncatedTicketIT {
  private static final Duration LONGER = Duration.ofMillis(1_500);

  @Parameter Stage stage;

  @Test
  void sessionAfterATruncatedTicket_onTheSameThread_livesAsLongAsWithoutAgent() {
    assertThat(secondVisit(Agent.none())).isEqualTo("resumed");
    assertThat(secondVisit(Agent.with("selfcheck=false"))).isEqualTo("resumed");
  }

  private String secondVisit(Agent agent) {
    ForkedJvm jvm =
        stage.start(
            stage
                .bothSides("CutTicket")
                .flags(JvmFlags.NO_STATELESS_TICKETS)
                .flags("--add-opens=java.base/sun.security.ssl=ALL-UNNAMED")
                .agent(agent));
    assertThat(jvm.ask("cut").text("refused")).isEqualTo("true");
    assertThat(jvm.ask("visit").text("result")).isEqualTo("full");
    long began = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - began > LONGER.toNanos());
    return jvm.ask("visit").text("result");
  }
}
