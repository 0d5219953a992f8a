package io.jssekeeper.it.compatible;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * What becomes of bound values, and how they are notified, is the same without and with the agent.
 */
@OnEachJdk
final class BindingListenerIT {
  @Parameter Stage stage;

  @Test
  void listeners_withAgent_areNotifiedAsWithout() {
    ForkedJvm server = stage.start(stage.server());
    ForkedJvm without = client(server, Agent.none());
    ForkedJvm with = client(server, Agent.with());
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      String command = "bindings protocols=" + protocol;
      check(protocol, without.ask(command).text("log"), with.ask(command).text("log"));
    }
  }

  private void check(String protocol, String without, String with) {
    System.out.printf(
        "%s %s, without the agent: %s%n%s %s, with the agent:    %s%n",
        stage.jdk(), protocol, without, stage.jdk(), protocol, with);
    assertThat(without).contains("put;(first-bound-as-a)", "remove;(second-unbound-from-a)");
    assertThat(with).isEqualTo(without);
  }

  private ForkedJvm client(ForkedJvm server, Agent agent) {
    return stage.start(stage.client().agent(agent).with("port", server.port()));
  }
}
