package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A TLS 1.3 client keeps one session for each ticket, and none that cannot be resumed. */
@OnEachJdk
final class NoTicketSessionIT {
  private static final int PEERS = Settings.full() ? 2000 : 300;

  @Parameter Stage stage;

  @Test
  void clientSessions_withoutAgent_areTwoForEachTicket() {
    assertThat(sessionsForAllPeers(Agent.none())).isGreaterThanOrEqualTo(2 * PEERS);
  }

  /** Without the self-check, which temporarily has its own sessions. */
  @Test
  void clientSessions_withAgent_areOneForEachTicket() {
    assertThat(sessionsForAllPeers(Agent.with("selfcheck=false"))).isEqualTo(PEERS);
  }

  /** As in OpenJDK's {@code MultiNSTNoSessionCreation}, which expects the first wording. */
  @Test
  void connect_mustResumeWithoutTicket_failsBeforeOrAfterTheServersAnswer() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("server.tickets=0")));
    Fork client = stage.client().with("port", server.port()).with("protocols", "TLSv1.3");

    assertThat(failureToResume(client.agent(Agent.none())))
        .contains("New_session_creation_is_disabled");
    assertThat(failureToResume(client.agent(Agent.with())))
        .contains("no_existing_session_can_be_resumed");
  }

  private String failureToResume(Fork fork) {
    ForkedJvm client = stage.start(fork);
    assertThat(client.ask("connect").text("result")).isEqualTo("full");
    return client.ask("connect create=no").text("error");
  }

  /** What is live beyond a fresh JVM's sessions. */
  private long sessionsForAllPeers(Agent agent) {
    ForkedJvm server = stage.start(stage.server());
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .agent(agent)
                .with("port", server.port())
                .with("protocols", "TLSv1.3")
                .with("count", PEERS));
    long baseline = client.liveSessions();
    assertThat(client.ask("burst").number("full")).isEqualTo(PEERS);
    long live = client.liveSessions() - baseline;
    System.out.printf(
        "%s, %s: %d sessions beyond the %d of a fresh JVM are live after full TLS 1.3 handshakes"
            + " with %d peers%n",
        stage.jdk(), agent, live, baseline, PEERS);
    assertThat(client.ask("burst").number("resumed")).isEqualTo(PEERS);
    return live;
  }
}
