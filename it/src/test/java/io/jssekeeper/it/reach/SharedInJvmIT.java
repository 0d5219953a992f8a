package io.jssekeeper.it.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.KeeperCommand;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** With {@code server.keys=jvm} contexts of one certificate open each other's tickets. */
@OnEachJdk
final class SharedInJvmIT {
  private static final int CONTEXTS = 3;
  private static final int VISITS = 6;
  private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
  private static final Agent SHARING = Agent.with("server.keys=jvm");
  private static final List<String> ALL_FULL = Collections.nCopies(2, "full");

  @Parameter Stage stage;

  @BeforeEach
  void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  @Test
  void contexts_ofOneCertificateWithoutSharing_openNoneOfTheOthersTickets() {
    for (Agent agent : List.of(Agent.none(), Agent.with())) {
      ForkedJvm server = stage.start(server(agent).with("contexts", CONTEXTS));
      for (String protocol : PROTOCOLS) {
        assertThat(visits(server, client(), protocol, VISITS))
            .as(protocol)
            .isEqualTo(Collections.nCopies(VISITS, "full"));
      }
    }
  }

  @Test
  void contexts_ofOneCertificate_openEachOthersTickets() {
    ForkedJvm server = stage.start(server(SHARING).with("contexts", CONTEXTS));
    for (String protocol : PROTOCOLS) {
      assertThat(visits(server, client(), protocol, VISITS))
          .as(protocol)
          .isEqualTo(firstFull(VISITS));
    }
  }

  @Test
  void sharing_setLive_beginsAndEndsAtOnce() {
    Settings.requireFull();
    ForkedJvm server = stage.start(server(Agent.with()).with("contexts", 2));
    for (String protocol : PROTOCOLS) {
      set(server, "server.keys=jvm");
      assertThat(visits(server, client(), protocol, 4)).as(protocol).isEqualTo(firstFull(4));
      set(server, "server.keys=off");
      assertThat(visits(server, client(), protocol, 2)).as(protocol).isEqualTo(ALL_FULL);
    }
  }

  @Test
  void contexts_ofDifferentCertificates_shareNothing() {
    ForkedJvm server =
        stage.start(
            server(SHARING)
                .with("contexts", 2)
                .with("other-keys", KeyMaterial.shared().rsa().store()));
    for (String protocol : PROTOCOLS) {
      assertThat(visits(server, client(), protocol, 2)).as(protocol).isEqualTo(ALL_FULL);
    }
    assertThat(refused(server.recordsAtEnd(4)))
        .containsOnly("ticket-undecryptable other-certificate");
  }

  @Test
  void session_ofAnAuthenticatedClient_staysInItsContext() {
    ForkedJvm server = stage.start(authenticating("server.keys=jvm"));
    for (String protocol : PROTOCOLS) {
      assertThat(visits(server, authenticated(), protocol, 2)).as(protocol).isEqualTo(ALL_FULL);
    }
    assertThat(refused(server.recordsAtEnd(4))).containsOnly("ticket-undecryptable other-context");
  }

  @Test
  void session_ofAnAuthenticatedClientWhereThatIsAsked_resumes() {
    Settings.requireFull();
    ForkedJvm server =
        stage.start(authenticating("server.keys=jvm", "server.keys.client-auth=true"));
    for (String protocol : PROTOCOLS) {
      assertThat(visits(server, authenticated(), protocol, 3)).as(protocol).isEqualTo(firstFull(3));
    }
  }

  private Fork authenticating(String... options) {
    return server(Agent.with(options)).with("contexts", 2).with("auth", "need");
  }

  /** With JSSE's own sockets all connections would belong to one context. */
  private Fork server(Agent agent) {
    return stage.server().agent(agent).with("kind", "engine");
  }

  private Fork client() {
    return stage.client();
  }

  private Fork authenticated() {
    return stage.client().with("keys", KeyMaterial.shared().ec().store());
  }

  private List<String> visits(ForkedJvm server, Fork fork, String protocol, int count) {
    ForkedJvm client = stage.start(fork.with("port", server.port()).with("protocols", protocol));
    List<String> results = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      results.add(client.ask("connect host=shop.example").text("result"));
    }
    return results;
  }

  private static List<String> firstFull(int visits) {
    List<String> results = new ArrayList<>(Collections.nCopies(visits, "resumed"));
    results.set(0, "full");
    return results;
  }

  private static void set(ForkedJvm server, String option) {
    assertThat(KeeperCommand.run("set", server.pid(), option).status()).isZero();
  }

  private static List<String> refused(List<HandshakeRecord> records) {
    return records.stream()
        .filter(record -> !record.get("reason").equals("not-offered"))
        .map(record -> record.get("reason") + " " + record.get("detail"))
        .toList();
  }
}
