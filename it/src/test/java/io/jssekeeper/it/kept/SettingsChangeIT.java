package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A session stays for as long as the timeout set last allows, by its own age, and as long as it
 * fits into the capacity.
 */
@OnEachJdk
final class SettingsChangeIT {
  private static final String TLS13 = "TLSv1.3";
  private static final List<String> HOSTS =
      List.of("a.example", "b.example", "c.example", "d.example");
  private static final Duration SHORT = Duration.ofSeconds(4);

  @Parameter Stage stage;

  @Test
  void serverSession_timeoutFromNoneToAnHourWithoutAgent_isLost() {
    assertThat(afterChangeOfServer(Agent.none())).isEqualTo("full");
  }

  @Test
  void serverSession_timeoutFromNoneToAnHour_resumes() {
    assertThat(afterChangeOfServer(Agent.with())).isEqualTo("resumed");
  }

  @Test
  void clientSession_timeoutFromNoneToAnHourWithoutAgent_isLost() {
    Settings.requireFull();
    assertThat(afterChangeOfClient(Agent.none())).isEqualTo("full");
  }

  @Test
  void clientSession_timeoutFromNoneToAnHour_resumes() {
    Settings.requireFull();
    assertThat(afterChangeOfClient(Agent.with())).isEqualTo("resumed");
  }

  @Test
  void tls13Tickets_timeoutFromNoneToAnHour_resume() {
    Settings.requireFull();
    ForkedJvm server =
        stage.start(
            stage
                .server()
                .flags(JvmFlags.NO_STATELESS_TICKETS)
                .agent(Agent.with())
                .with("protocols", TLS13));
    assertThat(afterChange(client(server, Agent.none()), server)).isEqualTo("resumed");
    ForkedJvm plain = stage.start(stage.server().with("protocols", TLS13));
    ForkedJvm client = client(plain, Agent.with());
    assertThat(afterChange(client, client)).isEqualTo("resumed");
  }

  @Test
  void tls13Ticket_timeoutOfClientFromNoneToAnHourWithoutAgent_isLost() {
    Settings.requireFull();
    ForkedJvm plain = stage.start(stage.server().with("protocols", TLS13));
    ForkedJvm client = client(plain, Agent.none());
    assertThat(afterChange(client, client)).isEqualTo("full");
  }

  @Test
  void capacity_shrunkAndGrown_keepsTheLastUsed() {
    Settings.requireFull();
    ForkedJvm server = server(Agent.none());
    ForkedJvm client = client(server, Agent.with());
    for (String host : HOSTS) {
      assertThat(result(client, host)).isEqualTo("full");
    }
    assertThat(result(client, HOSTS.get(0))).isEqualTo("resumed");
    client.ask("capacity sessions=2");
    client.ask("capacity sessions=100");
    assertThat(result(client, HOSTS.get(0))).isEqualTo("resumed");
    assertThat(result(client, HOSTS.get(3))).isEqualTo("resumed");
    assertThat(result(client, HOSTS.get(1))).isEqualTo("full");
    assertThat(result(client, HOSTS.get(2))).isEqualTo("full");
  }

  @Test
  void serverSession_timeoutFromNoneToAnHourAndSettingsNotKept_isLost() {
    Settings.requireFull();
    assertThat(afterChangeOfServer(Agent.with("keep=gc+clock+close+tickets"))).isEqualTo("full");
  }

  @Test
  void serverSession_timeoutRaisedWithoutAgent_endsWithTheFirst() {
    Settings.requireFull();
    assertThat(afterLongerTimeout(server(Agent.none()), Agent.none())).isEqualTo("full");
  }

  @Test
  void serverSession_timeoutFromSecondsToAnHour_resumes() {
    Settings.requireFull();
    assertThat(afterLongerTimeout(server(Agent.with()), Agent.none())).isEqualTo("resumed");
  }

  @Test
  void clientSession_timeoutRaisedWithoutAgent_endsWithTheFirst() {
    Settings.requireFull();
    assertThat(afterLongerTimeout(null, Agent.none())).isEqualTo("full");
  }

  @Test
  void clientSession_timeoutFromSecondsToAnHour_resumes() {
    Settings.requireFull();
    assertThat(afterLongerTimeout(null, Agent.with())).isEqualTo("resumed");
  }

  /**
   * @param changed the server whose timeout changes; null if it is the client's
   */
  private String afterLongerTimeout(ForkedJvm changed, Agent agentOfClient) {
    ForkedJvm server = changed == null ? server(Agent.none()) : changed;
    ForkedJvm client = client(server, agentOfClient);
    ForkedJvm changing = changed == null ? client : changed;
    changing.ask("timeout seconds=" + SHORT.toSeconds());
    assertThat(result(client)).isEqualTo("full");
    long stored = System.nanoTime();
    changing.ask("timeout seconds=3600");
    Awaitility.await().until(() -> System.nanoTime() - stored > SHORT.toNanos());
    return result(client);
  }

  private String afterChangeOfServer(Agent agent) {
    ForkedJvm server = server(agent);
    return afterChange(client(server, Agent.none()), server);
  }

  private String afterChangeOfClient(Agent agent) {
    ForkedJvm client = client(server(Agent.none()), agent);
    return afterChange(client, client);
  }

  private static String afterChange(ForkedJvm client, ForkedJvm changed) {
    changed.ask("timeout seconds=0");
    assertThat(result(client)).isEqualTo("full");
    assertThat(result(client)).isEqualTo("resumed");
    changed.ask("timeout seconds=3600");
    String result = result(client);
    if (result.equals("resumed")) {
      assertThat(kept(changed)).as("kept in spite of settings").isPositive();
    }
    return result;
  }

  private ForkedJvm server(Agent agent) {
    return stage.start(
        stage
            .server()
            .flags(JvmFlags.NO_STATELESS_TICKETS)
            .agent(agent)
            .with("protocols", "TLSv1.2"));
  }

  private ForkedJvm client(ForkedJvm server, Agent agent) {
    return stage.start(stage.client().agent(agent).with("port", server.port()));
  }

  private static long kept(ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      return (Long) jmx.keeper().map("Protected").get("settings");
    }
  }

  private static String result(ForkedJvm client, String host) {
    return client.ask("connect host=" + host).text("result");
  }

  private static String result(ForkedJvm client) {
    return client.ask("connect").text("result");
  }
}
