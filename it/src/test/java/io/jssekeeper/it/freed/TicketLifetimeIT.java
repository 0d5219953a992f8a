package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.Hello;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Relay;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A client does not use a ticket for longer than the issuing server said.
 *
 * <p>The server is another JVM, without the agent; the client's offers are read off the wire.
 */
@OnEachJdk
final class TicketLifetimeIT {
  private static final int LIFETIME_SECONDS = 4;
  private static final Duration LONGER = Duration.ofSeconds(LIFETIME_SECONDS + 1);

  @Parameter Stage stage;
  private List<String> protocols;

  @BeforeEach
  void chooseProtocols() {
    protocols = protocols(stage.jdk());
  }

  @Test
  void ticket_pastItsLifetimeWithoutAgent_isOffered() {
    Visits visits = visit(Agent.none());

    assertThat(visits.within).as("offered within the lifetime").allMatch(Hello::offersTicket);
    assertThat(visits.past).as("offered past the lifetime").allMatch(Hello::offersTicket);
  }

  @Test
  void ticket_pastItsLifetime_isNotOffered() {
    Visits visits = visit(Agent.with());

    assertThat(visits.within).as("offered within the lifetime").allMatch(Hello::offersTicket);
    assertThat(visits.past).as("offered past the lifetime").noneMatch(Hello::offersTicket);
    int each = protocols.size();
    List<HandshakeRecord> records = visits.client.recordsAtEnd(4 * each);
    assertThat(records.subList(2 * each, 3 * each))
        .allSatisfy(r -> assertThat(r.get("handshake")).isEqualTo("resumed"));
    assertThat(records.subList(3 * each, 4 * each))
        .allSatisfy(r -> assertThat(r.get("handshake")).isEqualTo("full"))
        .allSatisfy(r -> assertThat(r.get("reason")).isEqualTo("expired"));
  }

  private static List<String> protocols(Jdk jdk) {
    if (jdk.hasStatelessTickets()) {
      return List.of("TLSv1.2", "TLSv1.3");
    }
    System.out.println(jdk + " has no tickets in TLS 1.2: the lifetime of theirs is not tested");
    return List.of("TLSv1.3");
  }

  /**
   * Each protocol's first visit, the next one, which must resume, and one after the lifetime.
   * Preceded by one of another site, since a JVM's first handshake may take longer than the
   * lifetime.
   */
  private Visits visit(Agent agent) {
    ForkedJvm server = stage.start(stage.server());
    server.ask("timeout seconds=" + LIFETIME_SECONDS);
    try (Relay relay = Relay.to(server.port())) {
      ForkedJvm client = stage.start(stage.client().agent(agent).with("port", relay.port()));
      visit(client, "other");
      assertThat(visit(client, "site")).containsOnly("full");
      List<String> within = visit(client, "site");
      long ended = System.nanoTime();
      assertThat(within).containsOnly("resumed");
      Awaitility.await().until(() -> System.nanoTime() - ended > LONGER.toNanos());
      visit(client, "site");
      List<Hello> hellos = relay.hellos();
      int each = protocols.size();
      return new Visits(
          client, hellos.subList(2 * each, 3 * each), hellos.subList(3 * each, hellos.size()));
    }
  }

  private List<String> visit(ForkedJvm client, String site) {
    List<String> results = new ArrayList<>();
    for (String protocol : protocols) {
      String host = " host=" + site + "." + protocol.toLowerCase() + ".example";
      results.add(client.ask("connect protocols=" + protocol + host).text("result"));
    }
    return results;
  }

  private record Visits(ForkedJvm client, List<Hello> within, List<Hello> past) {}
}
