package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A stateless ticket does not resume after the server's session timeout.
 *
 * <p>The tickets are issued with the JDK's timeout, which is then shortened, so that an openssl
 * client, which respects the lifetime of TLS 1.3 tickets, offers them after it.
 */
@OnEachJdk
final class StatelessTimeoutIT {
  private static final int TIMEOUT_SECONDS = 8;
  private static final Duration LONGER = Duration.ofSeconds(TIMEOUT_SECONDS + 1);
  private static final List<String> PROTOCOLS = List.of("2", "3");
  private static final List<String> ALL_FULL = List.of("full", "full", "full", "full");
  private static final List<String> ALL_RESUMED =
      List.of("resumed", "resumed", "resumed", "resumed");

  @Parameter Stage stage;

  @BeforeEach
  void requireStatelessTickets() {
    if (!stage.jdk().hasStatelessTickets()) {
      System.out.println("skipped: " + stage.jdk() + " has no stateless tickets");
    }
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  @Test
  void tickets_pastTheTimeoutWithoutAgent_resume() {
    Visits visits = visit(Agent.none());

    assertThat(visits.within).isEqualTo(ALL_RESUMED);
    assertThat(visits.past).isEqualTo(ALL_RESUMED);
  }

  @Test
  void tickets_pastTheTimeout_doNotResume() {
    Visits visits = visit(Agent.with());

    assertThat(visits.within).isEqualTo(ALL_RESUMED);
    assertThat(visits.past).isEqualTo(ALL_FULL);
    int before = PROTOCOLS.size() + 2 * ALL_FULL.size();
    List<HandshakeRecord> records = visits.server.recordsAtEnd(before + ALL_FULL.size());
    assertThat(records.subList(before, records.size()))
        .hasSameSizeAs(ALL_FULL)
        .allSatisfy(r -> assertThat(r.get("reason")).isEqualTo("expired"));
  }

  /** Preceded by one of another site, since a JVM's first handshake may be slow. */
  private Visits visit(Agent agent) {
    ForkedJvm server = stage.start(stage.server().agent(agent));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    for (String minor : PROTOCOLS) {
      client.ask("connect protocols=TLSv1." + minor + " host=other.example");
    }
    long began = System.nanoTime();
    assertThat(visit(server, client, "-sess_out")).isEqualTo(ALL_FULL);
    server.ask("timeout seconds=" + TIMEOUT_SECONDS);
    List<String> within = visit(server, client, "-sess_in");
    assertThat(System.nanoTime() - began)
        .as("the visits within the timeout were made in time")
        .isLessThan(Duration.ofSeconds(TIMEOUT_SECONDS).toNanos());
    long ended = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - ended > LONGER.toNanos());
    return new Visits(server, within, visit(server, client, "-sess_in"));
  }

  /** One visit by each client in each protocol, and what the clients report. */
  private static List<String> visit(ForkedJvm server, ForkedJvm client, String sessionOption) {
    List<String> results = new ArrayList<>();
    for (String minor : PROTOCOLS) {
      String how = " protocols=TLSv1." + minor + " host=tls-" + minor + ".example";
      results.add(client.ask("connect" + how).text("result"));
      String file =
          Settings.work().resolve("stateless-" + server.pid() + "-" + minor + ".pem").toString();
      results.addAll(OpenSsl.connect(server.port(), "-tls1_" + minor, sessionOption, file));
    }
    return results;
  }

  private record Visits(ForkedJvm server, List<String> within, List<String> past) {}
}
