package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A session made by another context of the same JVM is distinguished from one made elsewhere:
 * servers with a context per thread, or that reload their certificate.
 */
@OnEachJdk
final class OtherContextIT {
  @Parameter Stage stage;

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void sessionById_ofAnotherContext_hasThatDetail(String protocol) {
    ForkedJvm server = alternating(Agent.with(), JvmFlags.NO_STATELESS_TICKETS);

    visitTwice(server, protocol);

    checkOtherContext(server, "unknown-session");
  }

  /** As a client that can do both protocols: its id could be an invented one. */
  @Test
  void sessionById_ofAClientThatMayInventIds_hasThatDetail() {
    ForkedJvm server =
        alternating(
            Agent.with(), JvmFlags.NO_STATELESS_TICKETS, "-Djdk.tls.server.protocols=TLSv1.2");

    visitTwice(server, "TLSv1.2,TLSv1.3");

    checkOtherContext(server, "unknown-session");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void ticket_ofAnotherContext_hasThatDetail(String protocol) {
    requireStatelessTickets();
    ForkedJvm server = alternating(Agent.with());

    visitTwice(server, protocol);

    checkOtherContext(server, "ticket-undecryptable");
  }

  @Test
  void session_ofAnotherContextObserved_isNamed() {
    ForkedJvm server = alternating(Agent.with("keep=none"), JvmFlags.NO_STATELESS_TICKETS);

    visitTwice(server, "TLSv1.2");

    checkOtherContext(server, "unknown-session");
  }

  /** The context that sealed it is dropped, as when a certificate is reloaded. */
  @Test
  void ticket_ofACollectedContext_hasThatDetail() {
    requireStatelessTickets();
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));
    ForkedJvm client = client(server);
    client.ask("connect protocols=TLSv1.3");
    server.ask("renew");
    server.ask("collect");
    client.ask("connect protocols=TLSv1.3");

    checkOtherContext(server, "ticket-undecryptable");
  }

  /** The counter-test: what comes from another JVM is not attributed to a context of this one. */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void session_ofAnotherJvm_hasNoSuchDetail(String protocol) {
    ForkedJvm one = stage.start(stage.server().agent(Agent.with()).with("contexts", 2));
    ForkedJvm client = client(one);
    client.ask("connect protocols=" + protocol);
    long port = one.port();
    one.stop();
    ForkedJvm other =
        stage.start(
            stage
                .server()
                .agent(Agent.with())
                .with("kind", "engine")
                .with("contexts", 2)
                .with("port", port));
    for (int i = 0; i < 2; i++) {
      assertThat(client.ask("connect protocols=" + protocol).text("result")).isEqualTo("full");
    }

    List<HandshakeRecord> records = records(other, 2);
    assertThat(records.get(0).get("reason"))
        .isIn("ticket-undecryptable", "unknown-session", "not-offered");
    assertThat(records.get(0).has("detail")).as("%s", records.get(0)).isFalse();
  }

  @Test
  void detail_otherContext_isInJmxAndExplained() {
    ForkedJvm server = alternating(Agent.with(), JvmFlags.NO_STATELESS_TICKETS);
    visitTwice(server, "TLSv1.2");
    records(server, 2);

    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().rows("HandshakesByDetail"))
          .singleElement()
          .satisfies(
              row ->
                  assertThat(row)
                      .containsEntry("side", "server")
                      .containsEntry("result", "full")
                      .containsEntry("reason", "unknown-session")
                      .containsEntry("detail", "other-context")
                      .containsEntry("count", 1L));
    }
    String explained = String.join(" ", KeeperCommand.run("explain", server.pid()).out());
    assertThat(explained).contains("other-context", "SSLContext");
  }

  private ForkedJvm alternating(Agent agent, String... flags) {
    return stage.start(
        stage.server().agent(agent).flags(flags).with("kind", "engine").with("contexts", 2));
  }

  private ForkedJvm client(ForkedJvm server) {
    return stage.start(stage.client().with("port", server.port()).with("host", "one.example"));
  }

  private void visitTwice(ForkedJvm server, String protocols) {
    ForkedJvm client = client(server);
    for (int i = 0; i < 2; i++) {
      assertThat(client.ask("connect protocols=" + protocols).text("result")).isEqualTo("full");
    }
  }

  private static void checkOtherContext(ForkedJvm server, String reason) {
    List<HandshakeRecord> records = records(server, 2);
    assertThat(records.get(0).has("detail")).as("%s", records.get(0)).isFalse();
    assertThat(records.get(1).get("reason")).isEqualTo(reason);
    assertThat(records.get(1).get("detail")).isEqualTo("other-context");
  }

  private static List<HandshakeRecord> records(ForkedJvm server, int count) {
    Awaitility.await().until(() -> server.records().size() >= count);
    return server.records();
  }

  private void requireStatelessTickets() {
    if (!stage.jdk().hasStatelessTickets()) {
      String reason = stage.jdk() + " seals no tickets";
      System.out.println("skipped: " + reason);
      Assumptions.abort(reason);
    }
  }
}
