package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.SecretsFile;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Nodes with different JDKs and one secret: tickets in a format that the other can read are
 * resumed, others lead to full handshakes, and none fails; with Java clients and OpenSSL's.
 */
@OnEachJdk
final class NodesOfJdksIT {
  /** By major version: those that read each other's tickets. */
  private static final List<Set<Integer>> ALIKE =
      List.of(Set.of(17, 21), Set.of(25, 26), Set.of(27));

  @Parameter Stage stage;

  @Test
  void nodes_ofTwoJdks_resumeOrAreFull() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
    Agent sharing =
        Agent.with("server.keys=" + new SecretsFile().hold(SecretsFile.secret()).path());
    ForkedJvm one = stage.start(stage.server().agent(sharing).with("kind", "engine"));
    for (Stage other : fromThisOn(Stage.all())) {
      if (other.jdk().hasStatelessTickets()) {
        ForkedJvm next = stage.start(other.server().agent(sharing).with("kind", "engine"));
        String expected = isAlike(other) ? "resumed" : "full";
        check(one, next, expected);
        check(next, one, expected);
        assertThat(format(next).equals(format(one))).isEqualTo(isAlike(other));
        next.stop();
      }
    }
  }

  /** Each pair once: both directions are tried. */
  private List<Stage> fromThisOn(List<Stage> all) {
    return all.stream().dropWhile(each -> !each.jdk().equals(stage.jdk())).toList();
  }

  private boolean isAlike(Stage other) {
    int feature = other.jdk().feature();
    return feature == stage.jdk().feature()
        || ALIKE.stream()
            .anyMatch(group -> group.containsAll(Set.of(feature, stage.jdk().feature())));
  }

  private void check(ForkedJvm one, ForkedJvm next, String expected) {
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      String what = protocol + " from " + one.jdk() + " to " + next.jdk();
      try (Relay relay = Relay.to(one.port())) {
        ForkedJvm client =
            stage.start(stage.client().with("port", relay.port()).with("protocols", protocol));
        assertThat(client.ask("connect host=shop.example").text("result"))
            .as(what)
            .isEqualTo("full");
        relay.target(next.port());
        assertThat(client.ask("connect host=shop.example").text("result"))
            .as(what)
            .isEqualTo(expected);
        client.stop();
      }
      checkByOpenSsl(protocol.equals("TLSv1.2") ? "-tls1_2" : "-tls1_3", one, next, expected);
    }
  }

  private static void checkByOpenSsl(
      String protocol, ForkedJvm one, ForkedJvm next, String expected) {
    String session = Settings.newFile("node", ".pem").toString();
    assertThat(OpenSsl.connect(one.port(), protocol, "-sess_out", session)).containsExactly("full");
    assertThat(OpenSsl.connect(next.port(), protocol, "-sess_in", session))
        .as("openssl %s from %s to %s", protocol, one.jdk(), next.jdk())
        .containsExactly(expected);
  }

  private static Object format(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      return jmx.keeper().map("TicketKeys").get("format");
    }
  }
}
