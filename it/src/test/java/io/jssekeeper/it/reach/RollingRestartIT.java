package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Nodes behind a load balancer are restarted one after another, while clients return. */
@OnEachJdk
final class RollingRestartIT {
  private static final int NODES = 3;
  private static final int CLIENTS = 4;
  private static final int ROUNDS = 3;

  @Parameter Stage stage;

  @Test
  void nodes_restartedInTurnWithoutSharedKeys_makeFullHandshakes() {
    requireStatelessTickets();
    assertThat(fullHandshakes(Agent.none())).isGreaterThan(visits() / 2);
  }

  @Test
  void nodes_restartedInTurn_makeFullHandshakesAtFirstContactOnly() {
    requireStatelessTickets();
    SecretsFile file = new SecretsFile().hold(SecretsFile.secret());
    assertThat(fullHandshakes(Agent.with("server.keys=" + file.path()))).isEqualTo(CLIENTS);
  }

  private void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  private static long visits() {
    return (long) CLIENTS * ROUNDS * (NODES + 1);
  }

  /** Each client is a separate peer in one JVM, and connects several times between restarts. */
  private long fullHandshakes(Agent agent) {
    List<ForkedJvm> nodes = new ArrayList<>();
    for (int i = 0; i < NODES; i++) {
      nodes.add(node(agent));
    }
    try (Relay balancer = Relay.toEach(ports(nodes))) {
      ForkedJvm clients = stage.start(stage.client().with("port", balancer.port()));
      long full = visit(clients);
      for (int i = 0; i < NODES; i++) {
        ForkedJvm old = nodes.remove(0);
        balancer.targets(ports(nodes));
        old.stop();
        nodes.add(node(agent));
        balancer.targets(ports(nodes));
        full += visit(clients);
      }
      return full;
    }
  }

  private ForkedJvm node(Agent agent) {
    return stage.start(stage.server().agent(agent).with("kind", "engine"));
  }

  private static List<Long> ports(List<ForkedJvm> nodes) {
    return nodes.stream().map(ForkedJvm::port).toList();
  }

  private static long visit(ForkedJvm clients) {
    long full = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int client = 0; client < CLIENTS; client++) {
        String protocol = client % 2 == 0 ? "TLSv1.2" : "TLSv1.3";
        String result =
            clients
                .ask("connect host=site-" + client + ".example protocols=" + protocol)
                .text("result");
        full += result.equals("full") ? 1 : 0;
      }
    }
    return full;
  }
}
