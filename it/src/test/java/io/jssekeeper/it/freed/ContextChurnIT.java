package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Histogram;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A client that makes a TLS context for each connection resumes nothing: the keeper reports it
 * once, and keeps nothing of contexts that are gone.
 */
@OnEachJdk
final class ContextChurnIT {
  private static final int CONTEXTS = 30;

  /** A context has one cache for each side. */
  private static final int CACHES_OF_A_CONTEXT = 2;

  private static final String STORE = "io.jssekeeper.store.SessionStore";
  private static final String LINE = "TLS contexts were created";

  @Parameter Stage stage;

  @Test
  void contexts_withoutAgent_resumeNothingThoughEachCould() {
    ForkedJvm client = client(Agent.none());

    visitWithNewContext(client);

    assertThat(client.ask("connect").text("result")).isEqualTo("resumed");
    assertThat(client.errorLines()).noneMatch(line -> line.contains(LINE));
  }

  @Test
  void contexts_madeTooOften_areReportedOnceWithTheCallSite() {
    ForkedJvm client = client(Agent.troubled(Settings.agentJar()));
    try (JmxClient jmx = client.jmx()) {
      Bean keeper = jmx.keeper();
      List<String> notifications = keeper.notifications();

      visitWithNewContext(client);

      Awaitility.await().untilAsserted(() -> assertThat(churnAmong(client.notices())).hasSize(1));
      assertThat(churnAmong(client.notices()).get(0))
          .contains("Material.context", "Client.renew", "create one SSLContext");
      assertThat((String[]) keeper.value("ContextChurn"))
          .singleElement()
          .asString()
          .contains("Material.context", "Client.renew");
      Awaitility.await().untilAsserted(() -> assertThat(churnAmong(notifications)).hasSize(1));
      assertThat(keeper.number("ErrorsSwallowed")).isZero();
    }
  }

  @Test
  void contexts_thatAreGone_leaveNothingInTheKeeper() {
    ForkedJvm client = client(Agent.troubled(Settings.agentJar()));
    client.ask("connect");
    Histogram before = client.settledHistogram();

    visitWithNewContext(client);

    assertThat(before.instances(STORE)).isGreaterThanOrEqualTo(1);
    Awaitility.await()
        .untilAsserted(
            () -> {
              Histogram after = client.settledHistogram();
              assertThat(after.instances(STORE)).isLessThanOrEqualTo(CACHES_OF_A_CONTEXT);
              assertThat(after.sessions()).isLessThanOrEqualTo(before.sessions());
            });
  }

  private ForkedJvm client(Agent agent) {
    ForkedJvm server = stage.start(stage.server());
    return stage.start(
        stage.client().agent(agent).with("port", server.port()).with("host", "one.example"));
  }

  private static void visitWithNewContext(ForkedJvm client) {
    for (int context = 0; context < CONTEXTS; context++) {
      client.ask("renew");
      assertThat(client.ask("connect").text("result")).isEqualTo("full");
    }
  }

  private static List<String> churnAmong(List<String> lines) {
    return lines.stream().filter(line -> line.contains(LINE)).toList();
  }
}
