package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.http.HttpServers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Real HTTP servers: a second JVM with the same secret resumes what the first began. */
@OnEachJdk
final class SharedHttpServersIT {
  @Parameter Stage stage;
  private Nodes nodes;
  private Agent sharing;

  @BeforeEach
  void shareASecret() {
    Settings.requireFull();
    nodes = Nodes.on(stage);
    SecretsFile file = new SecretsFile().hold(SecretsFile.secret());
    sharing = Agent.with("server.keys=" + file.path());
  }

  @Test
  void nextNode_ofEachServer_resumes() {
    ForkedJvm without = start(stage.httpServers());
    ForkedJvm other = start(stage.httpServers());
    ForkedJvm one = start(stage.httpServers().agent(sharing));
    ForkedJvm next = start(stage.httpServers().agent(sharing));
    for (String name : HttpServers.names()) {
      assertThat(nodes.onTheNextNode(without.port(name), other.port(name)))
          .as(name)
          .containsOnly("full");
      assertThat(nodes.onTheNextNode(one.port(name), next.port(name)))
          .as(name)
          .containsOnly("resumed");
    }
  }

  /** Jetty 12.0.13 binds a value to each session, and JSSE seals such sessions into no ticket. */
  @Test
  void nextNode_ofAServerThatBindsValues_makesAFullHandshakeAndSaysWhy() {
    ForkedJvm one = start(stage.checkedJetty().agent(sharing));
    ForkedJvm next = start(stage.checkedJetty().agent(sharing));

    assertThat(nodes.onTheNextNode(one, next)).isSubsetOf(List.of("full", "resumed"));
    assertThat(next.recordsAtEnd(2))
        .allMatch(record -> record.get("handshake").equals("resumed") || record.has("reason"))
        .noneMatch(record -> record.get("handshake").equals("failed"));
  }

  private ForkedJvm start(Fork fork) {
    return stage.start(fork.flags("-Xmx256m"));
  }
}
