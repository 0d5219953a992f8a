package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of bound values, and what they are told, is the same without and with the agent. */
@OnEachJdk
final class BindingListenerIT {
  @RegisterExtension final Stage stage;
  private final Jdk jdk;

  BindingListenerIT(Jdk jdk) {
    this.jdk = jdk;
    this.stage = new Stage(jdk);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void listeners_withAgent_areToldWhatTheyAreToldWithout(String protocol) {
    ForkedJvm server = stage.start(stage.server());
    String without = log(server, protocol, Agent.none());
    String with = log(server, protocol, Agent.with());

    System.out.printf(
        "%s %s, without the agent: %s%n%s %s, with the agent:    %s%n",
        jdk, protocol, without, jdk, protocol, with);
    assertThat(without).contains("put;(first-bound-as-a)", "remove;(second-unbound-from-a)");
    assertThat(with).isEqualTo(without);
  }

  private String log(ForkedJvm server, String protocol, Agent agent) {
    ForkedJvm client =
        stage.start(
            stage.client().agent(agent).with("port", server.port()).with("protocols", protocol));
    return client.ask("bindings").text("log");
  }
}
