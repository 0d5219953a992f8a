package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A key of stateless tickets goes once none of its tickets can be valid, with no further handshake.
 */
@OnEachJdk
final class TicketKeyExpiryIT {
  private static final String KEY = "sun.security.ssl.SessionTicketExtension$StatelessKey";
  private static final int KEY_SECONDS = 1;
  private static final int TIMEOUT_SECONDS = 2;

  /** A ticket may be sealed at the very end of the key's period, and lives for the timeout. */
  private static final Duration END = Duration.ofSeconds(KEY_SECONDS + TIMEOUT_SECONDS);

  private static final Duration SWEEP_AND_HISTOGRAM = Duration.ofSeconds(5);

  @Parameter Stage stage;

  @BeforeEach
  void requireFullAndStatelessTickets() {
    Settings.requireFull();
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  @Test
  void key_ofNoValidTicketWithoutAgent_stays() {
    ForkedJvm server = visited(Agent.none());
    Duration past = END.plus(SWEEP_AND_HISTOGRAM);
    long began = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - began > past.toNanos());

    assertThat(keys(server)).isPositive();
  }

  @Test
  void key_ofNoValidTicket_goes() {
    ForkedJvm server = visited(Agent.with());

    assertThat(keys(server)).isPositive();
    Awaitility.await()
        .atMost(END.plus(SWEEP_AND_HISTOGRAM))
        .untilAsserted(() -> assertThat(keys(server)).isZero());
  }

  private ForkedJvm visited(Agent agent) {
    ForkedJvm server =
        stage.start(stage.server().flags(JvmFlags.TICKET_KEY_SECONDS + KEY_SECONDS).agent(agent));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    server.ask("timeout seconds=" + TIMEOUT_SECONDS);
    assertThat(client.ask("connect host=shop.example").text("result")).isEqualTo("full");
    return server;
  }

  private static long keys(ForkedJvm server) {
    return server.histogram().instances(KEY);
  }
}
