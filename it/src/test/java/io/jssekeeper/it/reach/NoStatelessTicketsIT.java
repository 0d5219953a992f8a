package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** {@code server.keys} on a JDK whose servers keep all sessions themselves: JDK 11. */
@OnEachJdk
final class NoStatelessTicketsIT {
  private static final String WHY =
      "this JDK has no stateless tickets, and so no keys to share: that needs JDK 17 or later";

  @Parameter Stage stage;

  @Test
  void serverKeys_withoutStatelessTickets_areRefusedForATrueReason() {
    Assumptions.assumeFalse(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has stateless tickets");
    ForkedJvm server = stage.start(stage.server().agent(Agent.unasked("server.keys=jvm")));

    assertThat(server.notices())
        .containsExactly(
            "jsse-keeper: ticket keys: "
                + WHY
                + "; only this JVM resumes its sessions, while it runs");
    assertThat(KeeperCommand.run("status", server.pid()).out())
        .contains("ticket keys: local: " + WHY);
  }
}
