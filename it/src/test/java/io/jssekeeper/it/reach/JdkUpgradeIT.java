package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Nodes are moved to another JDK, one after the other, behind a load balancer that keeps each
 * client on its node: a client makes one full handshake for each ticket format that it meets.
 */
@OnEachJdk
final class JdkUpgradeIT {
  private static final int NODES = 3;
  private static final int CLIENTS = 4;
  private static final int ROUNDS = 3;

  @Parameter Stage stage;

  private final List<ForkedJvm> nodes = new ArrayList<>();
  private final List<Relay> balancer = new ArrayList<>();

  @BeforeEach
  void requireFull() {
    Settings.requireFull();
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  @Test
  void nodes_movedToEachOtherJdk_costAClientOneFullHandshakePerFormat() {
    for (Stage other : Stage.all()) {
      if (other.jdk().hasStatelessTickets() && !other.jdk().equals(stage.jdk())) {
        SecretsFile file = new SecretsFile().hold(SecretsFile.secret());
        check(other, Agent.with("server.keys=" + file.path()));
      }
    }
  }

  @Test
  void nodes_movedToEachOtherJdkWithoutSharedKeys_costAClientOneFullHandshakePerRestart() {
    for (Stage other : Stage.all()) {
      if (other.jdk().hasStatelessTickets() && !other.jdk().equals(stage.jdk())) {
        assertThat(fullHandshakes(other, Agent.none())).isEqualTo(2L * CLIENTS);
      }
    }
  }

  private void check(Stage other, Agent sharing) {
    String before = format(stage, sharing);
    boolean isAlike = before.equals(format(other, sharing));

    assertThat(fullHandshakes(other, sharing))
        .as("from %s to %s", stage.jdk(), other.jdk())
        .isEqualTo(isAlike ? CLIENTS : 2L * CLIENTS);
  }

  private long fullHandshakes(Stage other, Agent agent) {
    for (int i = 0; i < NODES; i++) {
      nodes.add(node(stage, agent));
    }
    for (int i = 0; i < CLIENTS; i++) {
      balancer.add(Relay.to(nodes.get(i % NODES).port()));
    }
    ForkedJvm clients = stage.start(stage.client());
    long full = visit(clients);
    for (int i = 0; i < NODES; i++) {
      ForkedJvm next = node(other, agent);
      nodes.set(i, next).stop();
      for (int client = i; client < CLIENTS; client += NODES) {
        balancer.get(client).target(next.port());
      }
      full += visit(clients);
    }
    end(clients);
    return full;
  }

  private void end(ForkedJvm clients) {
    balancer.forEach(Relay::close);
    balancer.clear();
    nodes.forEach(ForkedJvm::stop);
    nodes.clear();
    clients.stop();
  }

  private static ForkedJvm node(Stage stage, Agent agent) {
    return stage.start(stage.server().agent(agent).with("kind", "engine"));
  }

  /** Each client is a peer of its own in one JVM, by its port. */
  private long visit(ForkedJvm clients) {
    long full = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int client = 0; client < CLIENTS; client++) {
        String protocol = client % 2 == 0 ? "TLSv1.2" : "TLSv1.3";
        long port = balancer.get(client).port();
        String result =
            clients
                .ask("connect host=shop.example port=" + port + " protocols=" + protocol)
                .text("result");
        assertThat(result).isIn("full", "resumed");
        full += result.equals("full") ? 1 : 0;
      }
    }
    return full;
  }

  private static String format(Stage stage, Agent sharing) {
    ForkedJvm node = node(stage, sharing);
    try (JmxClient jmx = node.jmx()) {
      return jmx.keeper().map("TicketKeys").get("format").toString();
    } finally {
      node.stop();
    }
  }
}
