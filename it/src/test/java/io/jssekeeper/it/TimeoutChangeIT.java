package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions stored under no limit stay when a limit is set that allows them. */
@OnEachJdk
final class TimeoutChangeIT {
  private static final String IDS_ONLY = "-Djdk.tls.server.enableSessionTicketExtension=false";

  @RegisterExtension final Stage stage;

  TimeoutChangeIT(Jdk jdk) {
    this.stage = new Stage(jdk);
  }

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
    return result(client);
  }

  private ForkedJvm server(Agent agent) {
    return stage.start(stage.server().flags(IDS_ONLY).agent(agent).with("protocols", "TLSv1.2"));
  }

  private ForkedJvm client(ForkedJvm server, Agent agent) {
    return stage.start(stage.client().agent(agent).with("port", server.port()));
  }

  private static String result(ForkedJvm client) {
    return client.ask("connect").text("result");
  }
}
