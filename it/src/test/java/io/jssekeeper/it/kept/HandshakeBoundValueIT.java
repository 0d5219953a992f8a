package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.KeyMaterial;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/**
 * A server whose key manager binds a value to each session during its handshake: such a session
 * cannot be sealed into a TLS 1.2 ticket.
 */
@OnEachJdk
final class HandshakeBoundValueIT {
  @Parameter Stage stage;
  @TempDir private Path folder;

  @Test
  void clients_withoutAgent_areNeverResumed() {
    requireStatelessTickets();
    ForkedJvm server = server("socket", Agent.none());

    assertThat(visits(client(server), "a.example", 3)).containsOnly("full");
    assertThat(openssl(server, "-sess_out")).containsOnly("full");
    assertThat(openssl(server, "-sess_in")).containsOnly("full");
  }

  @Test
  void clients_ofASocketServer_areResumedByTheirIds() {
    areResumed(server("socket", Agent.with()));
  }

  @Test
  void clients_ofAnEngineServer_areResumedByTheirIds() {
    areResumed(server("engine", Agent.with()));
  }

  private void areResumed(ForkedJvm server) {
    ForkedJvm client = client(server);
    assertThat(visits(client, "a.example", 3)).containsExactly("full", "resumed", "resumed");
    assertThat(openssl(server, "-sess_out")).containsOnly("full");
    assertThat(openssl(server, "-sess_in")).containsOnly("resumed");
    try (JmxClient jmx = server.jmx()) {
      assertThat(jmx.keeper().number("ErrorsSwallowed")).isZero();
    }
  }

  /** Its key manager binds the host selected by SNI. */
  @Test
  void clients_ofJetty_resumeOnlyWithTheAgent() {
    Assumptions.assumeTrue(
        stage.jdk().feature() >= 17, () -> stage.jdk() + " is too old for Jetty 12");
    assertThat(secondVisitToJetty(Agent.none())).containsOnly("full");
    assertThat(secondVisitToJetty(Agent.with())).containsOnly("resumed");
  }

  private List<String> secondVisitToJetty(Agent agent) {
    ForkedJvm jetty = stage.start(stage.checkedJetty().agent(agent));
    openssl(jetty, "-sess_out");
    return openssl(jetty, "-sess_in");
  }

  /**
   * One connection for each name, then all again; the client accepts no other name's certificate.
   */
  @Test
  void clients_ofJettyWithACertificatePerName_resumeOnlyWithTheAgent() {
    Settings.requireFull();
    Assumptions.assumeTrue(
        stage.jdk().feature() >= 17, () -> stage.jdk() + " is too old for Jetty 12");
    KeyMaterial.Pair keys = KeyMaterial.ofHosts(folder, "shop.example", "mail.example");

    assertThat(secondVisitsByName(keys, Agent.none())).containsExactly("full", "full");
    assertThat(secondVisitsByName(keys, Agent.with())).containsExactly("resumed", "resumed");
  }

  private List<String> secondVisitsByName(KeyMaterial.Pair keys, Agent agent) {
    ForkedJvm jetty = stage.start(stage.checkedJetty(keys).agent(agent));
    Fork fork = stage.client().with("trust", keys.trust()).with("identify", "HTTPS");
    ForkedJvm client = stage.start(fork.with("port", jetty.port()).with("protocols", "TLSv1.2"));
    visits(client, "shop.example", 1);
    visits(client, "mail.example", 1);
    List<String> results = new ArrayList<>(visits(client, "shop.example", 1));
    results.addAll(visits(client, "mail.example", 1));
    return results;
  }

  @Test
  void client_whoseSessionHasEnded_isFullOnceAndThenResumedAgain() {
    ForkedJvm server = server("socket", Agent.with());
    ForkedJvm client = client(server);
    visits(client, "a.example", 2);

    server.ask("renew");

    assertThat(visits(client, "a.example", 3)).containsExactly("full", "resumed", "resumed");
  }

  @Test
  void clients_ticketsNotKept_areFullWithTheReason() {
    requireStatelessTickets();
    ForkedJvm server = server("socket", Agent.with("keep=gc+clock+settings+close"));

    assertThat(visits(client(server), "a.example", 3)).containsOnly("full");
    try (JmxClient jmx = server.jmx()) {
      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat((String[]) jmx.keeper().value("SettingsAgainstResumption"))
                      .singleElement()
                      .asString()
                      .contains("enableSessionTicketExtension=false"));
    }
    assertThat(server.recordsAtEnd(3))
        .last()
        .satisfies(
            record -> {
              assertThat(record.get("reason")).isEqualTo("caching-off");
              assertThat(record.get("detail")).isEqualTo("tickets-only");
            });
  }

  /** JSSE asks its SNI matchers; without any it ignores the name (RFC 6066). */
  @Test
  void otherHostName_serverWithoutMatchers_isResumedAsByPlainJsse() {
    for (ForkedJvm server : plainAndCured()) {
      assertThat(nameThenOther(server)).containsExactly("full", "resumed");
    }
  }

  @Test
  void otherHostName_serverWithMatchers_isFullAsByPlainJsse() {
    for (ForkedJvm server : plainAndCured("sni", ".*[.]example")) {
      assertThat(nameThenOther(server)).containsExactly("full", "full");
      assertThat(openssl(server, "-sess_out")).containsOnly("full");
      assertThat(openssl(server, "-sess_in")).containsOnly("resumed");
    }
  }

  /** Without the agent JSSE looks up ids only if it issues no tickets. */
  private List<ForkedJvm> plainAndCured(String... arguments) {
    Fork plain = stage.server().flags("-Djdk.tls.server.enableSessionTicketExtension=false");
    List<ForkedJvm> servers = new ArrayList<>();
    for (Fork fork : List.of(plain, stage.server().agent(Agent.with()))) {
      Fork bound = fork.with("bind-in-handshake", "yes");
      servers.add(
          stage.start(arguments.length == 0 ? bound : bound.with(arguments[0], arguments[1])));
    }
    return servers;
  }

  private static List<String> nameThenOther(ForkedJvm server) {
    List<String> results = new ArrayList<>(openssl(server, "-sess_out"));
    results.addAll(openssl(server, "-servername", "other.example", "-sess_in"));
    return results;
  }

  private ForkedJvm server(String kind, Agent agent) {
    return stage.start(
        stage.server().agent(agent).with("kind", kind).with("bind-in-handshake", "yes"));
  }

  private ForkedJvm client(ForkedJvm server) {
    return stage.start(stage.client().with("port", server.port()).with("protocols", "TLSv1.2"));
  }

  private static List<String> visits(ForkedJvm client, String host, int times) {
    List<String> results = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      results.add(client.ask("connect host=" + host).text("result"));
    }
    return results;
  }

  /** The last of the options needs a file. */
  private static List<String> openssl(ForkedJvm server, String... options) {
    Path file = Settings.work().resolve("bound-" + server.pid() + ".pem");
    List<String> all = new ArrayList<>(List.of("-tls1_2"));
    all.addAll(List.of(options));
    all.add(file.toString());
    return OpenSsl.connect(server.port(), all.toArray(new String[0]));
  }

  private void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }
}
