package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Tickets resume whatever the session timeout: without one, and with one beyond the seven days that
 * a ticket may live.
 */
@OnEachJdk
final class TicketSettingsIT {
  private static final long NONE = 0;
  private static final long A_DAY = Duration.ofDays(1).toSeconds();
  private static final long LONGER_THAN_TICKETS = Duration.ofDays(8).toSeconds();

  @Parameter Stage stage;

  @Test
  void server_withoutTimeoutWithoutAgent_sendsTicketsThatAreDropped() {
    assertThat(visits(server(Agent.none(), NONE), Agent.none(), A_DAY)).containsOnly("full");
  }

  @Test
  void server_withoutTimeout_sendsTicketsThatResume() {
    ForkedJvm server = server(Agent.with(), NONE);

    assertThat(visits(server, Agent.none(), A_DAY)).containsOnly("resumed");
    assertThat(kept(server)).isPositive();
  }

  @Test
  void server_withTimeoutBeyondSevenDaysWithoutAgent_sendsNone() {
    Settings.requireFull();
    assertThat(visits(server(Agent.none(), LONGER_THAN_TICKETS), Agent.none(), A_DAY))
        .doesNotContain("resumed");
  }

  @Test
  void server_withTimeoutBeyondSevenDays_sendsTicketsThatResume() {
    Settings.requireFull();
    assertThat(visits(server(Agent.with(), LONGER_THAN_TICKETS), Agent.none(), A_DAY))
        .containsOnly("resumed");
  }

  @Test
  void server_withTimeoutBeyondSevenDaysAndSettingsNotKept_sendsNone() {
    Settings.requireFull();
    Agent agent = Agent.with("keep=gc+clock+close+tickets");
    assertThat(visits(server(agent, LONGER_THAN_TICKETS), Agent.none(), A_DAY))
        .doesNotContain("resumed");
  }

  @Test
  void opensslOfTls12_timeoutBeyondSevenDaysWithoutAgent_fails() {
    requireStatelessTickets();
    ForkedJvm server = server(Agent.none(), LONGER_THAN_TICKETS);

    assertThat(OpenSsl.succeeds(server.port(), "-tls1_2")).isFalse();
    assertThat(OpenSsl.succeeds(server.port(), "-tls1_2", "-no_ticket")).isTrue();
  }

  @Test
  void openssl_atServerWithTimeoutBeyondSevenDays_resumes() {
    requireStatelessTickets();
    ForkedJvm server = server(Agent.with(), LONGER_THAN_TICKETS);

    for (String protocol : List.of("-tls1_2", "-tls1_3")) {
      assertThat(openssl(server, protocol, "-sess_out")).containsOnly("full");
      assertThat(openssl(server, protocol, "-sess_in")).containsOnly("resumed");
    }
  }

  @Test
  void opensslOfTls12_atServerThatIsToSendNoTicketsWithoutAgent_fails() {
    assertThat(OpenSsl.succeeds(ticketless(Agent.none()).port(), "-tls1_2")).isFalse();
  }

  @Test
  void openssl_serverSendsNoTickets_resumesInTls12() {
    ForkedJvm server = ticketless(Agent.with());

    assertThat(openssl(server, "-tls1_2", "-sess_out")).containsOnly("full");
    assertThat(openssl(server, "-tls1_2", "-sess_in")).containsOnly("resumed");
    assertThat(OpenSsl.succeeds(server.port(), "-tls1_2", "-no_ticket")).isTrue();
    assertThat(OpenSsl.succeeds(server.port(), "-tls1_3")).isTrue();
  }

  @Test
  void opensslOfTls12_atServerWithoutTicketsByOption_succeeds() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with("server.tickets=0")));

    assertThat(OpenSsl.succeeds(server.port(), "-tls1_2")).isTrue();
  }

  @Test
  void opensslOfTls12_whoseSessionEndsInItsHandshakeWithoutAgent_fails() {
    requireStatelessTickets();
    assertThat(OpenSsl.succeeds(ending(Agent.none()).port(), "-tls1_2")).isFalse();
  }

  @Test
  void openssl_sessionEndedInItsHandshake_isNotResumed() {
    ForkedJvm server = ending(Agent.with());

    assertThat(openssl(server, "-tls1_2", "-sess_out")).containsOnly("full");
    assertThat(openssl(server, "-tls1_2", "-sess_in")).containsOnly("full");
    assertThat(OpenSsl.succeeds(server.port(), "-tls1_2", "-no_ticket")).isTrue();
    assertThat(OpenSsl.succeeds(server.port(), "-tls1_3")).isTrue();
  }

  private ForkedJvm ending(Agent agent) {
    return stage.start(stage.server().with("invalidate-in-handshake", "yes").agent(agent));
  }

  private ForkedJvm ticketless(Agent agent) {
    Assumptions.assumeTrue(
        stage.jdk().feature() >= 21,
        () -> stage.jdk() + " does not know jdk.tls.server.newSessionTicketCount");
    return stage.start(stage.server().flags(JvmFlags.TICKETS_SENT + 0).agent(agent));
  }

  /** The longest that RFC 8446 section 4.6.1 allows. */
  @Test
  void server_withoutTimeoutOrWithOneBeyondSevenDays_sendsTicketsOfSevenDays() {
    ForkedJvm server = stage.start(stage.server().agent(Agent.with()));

    for (long timeout : List.of(NONE, LONGER_THAN_TICKETS)) {
      server.ask("timeout seconds=" + timeout);
      for (String protocol : List.of("-tls1_2", "-tls1_3")) {
        if (protocol.equals("-tls1_3") || stage.jdk().hasStatelessTickets()) {
          openssl(server, protocol, "-sess_out");
          assertThat(OpenSsl.ticketLifetime(file(server, protocol)))
              .as("%s with a timeout of %d s", protocol, timeout)
              .isEqualTo(Duration.ofDays(7));
        }
      }
    }
  }

  @Test
  void client_withTimeoutBeyondSevenDaysWithoutAgent_dropsTickets() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.server());
    assertThat(visits(server, Agent.none(), LONGER_THAN_TICKETS)).doesNotContain("resumed");
  }

  @Test
  void client_withTimeoutBeyondSevenDays_resumes() {
    Settings.requireFull();
    ForkedJvm server = stage.start(stage.server());
    assertThat(visits(server, Agent.with(), LONGER_THAN_TICKETS)).containsOnly("resumed");
  }

  private ForkedJvm server(Agent agent, long timeoutSeconds) {
    ForkedJvm server = stage.start(stage.server().agent(agent));
    server.ask("timeout seconds=" + timeoutSeconds);
    return server;
  }

  /** The result of the second visit in each protocol, with tickets only. */
  private List<String> visits(ForkedJvm server, Agent agent, long clientTimeoutSeconds) {
    Fork fork = stage.client().agent(agent).with("port", server.port());
    ForkedJvm client = stage.start(fork);
    client.ask("timeout seconds=" + clientTimeoutSeconds);
    List<String> results = new ArrayList<>();
    List<String> protocols =
        stage.jdk().hasStatelessTickets() ? List.of("TLSv1.2", "TLSv1.3") : List.of("TLSv1.3");
    for (String protocol : protocols) {
      String visit =
          "connect protocols=" + protocol + " host=" + protocol.toLowerCase() + ".example";
      client.ask(visit);
      Answer answer = client.ask(visit);
      results.add(answer.what().equals("connected") ? answer.text("result") : answer.what());
    }
    return results;
  }

  private static List<String> openssl(ForkedJvm server, String protocol, String sessionOption) {
    String file = file(server, protocol).toString();
    return OpenSsl.connect(server.port(), protocol, sessionOption, file);
  }

  private static Path file(ForkedJvm server, String protocol) {
    return Settings.work().resolve("settings-" + server.pid() + protocol + ".pem");
  }

  /** How many sessions were kept in spite of settings. */
  private static long kept(ForkedJvm jvm) {
    try (JmxClient jmx = jvm.jmx()) {
      return (Long) jmx.keeper().map("Protected").get("settings");
    }
  }

  private void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }
}
