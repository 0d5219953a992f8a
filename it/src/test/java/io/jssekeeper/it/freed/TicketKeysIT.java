package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.WallClock;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Keys of stateless tickets seal for as long as {@code jdk.tls.server.statelessKeyTimeout} says,
 * and open tickets for as long as these may be used.
 *
 * <p>Each ticket begins with the number of its key, which an openssl client can show.
 */
@OnEachJdk
final class TicketKeysIT {
  /** JSSE turns that many seconds, more than seven days, into 704 milliseconds. */
  private static final String OVERFLOWING = JvmFlags.TICKET_KEY_SECONDS + 4294968;

  private static final Duration LONGER_THAN_A_SECOND = Duration.ofMillis(1_500);

  @Parameter Stage stage;

  @BeforeEach
  void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }

  @Test
  void keyPeriod_thatOverflowsWithoutAgent_isBelowASecond() {
    Settings.requireFull();
    assertThat(hasNewKeyAfterASecond(Agent.none())).isTrue();
  }

  @Test
  void keyPeriod_thatOverflows_isTheDefault() {
    Settings.requireFull();
    assertThat(hasNewKeyAfterASecond(Agent.with())).isFalse();
  }

  @Test
  void keyPeriod_ofElevenMinutesWithoutAgent_isLonger() {
    Settings.requireFull();
    assertThat(hasNewKeyAfterTwentyMinutes(Agent.none())).isFalse();
  }

  @Test
  void keyPeriod_ofElevenMinutes_isHonoured() {
    Settings.requireFull();
    assertThat(hasNewKeyAfterTwentyMinutes(Agent.with("keep=settings"))).isTrue();
  }

  @Test
  void ticket_withoutTimeoutAndPastTheKeyPeriodWithoutAgent_isLost() {
    Settings.requireFull();
    assertThat(pastTheKeyPeriod(Agent.none())).isEqualTo("full");
  }

  @Test
  void ticket_withoutTimeoutAndPastTheKeyPeriod_resumes() {
    Settings.requireFull();
    assertThat(pastTheKeyPeriod(Agent.with())).isEqualTo("resumed");
  }

  @Test
  void ticket_timeoutSetToThirtyDaysWithoutAgent_isLost() {
    Settings.requireFull();
    assertThat(afterTimeoutOfThirtyDays(Agent.none())).isEqualTo("full");
  }

  @Test
  void ticket_timeoutSetToThirtyDays_resumes() {
    Settings.requireFull();
    assertThat(afterTimeoutOfThirtyDays(Agent.with())).isEqualTo("resumed");
  }

  private boolean hasNewKeyAfterASecond(Agent agent) {
    ForkedJvm server = stage.start(stage.server().flags(OVERFLOWING).agent(agent));
    String before = key(server);
    await(LONGER_THAN_A_SECOND);
    return !key(server).equals(before);
  }

  /** Twenty minutes on the wall clock, which JSSE's keys follow. */
  private boolean hasNewKeyAfterTwentyMinutes(Agent agent) {
    WallClock clock = WallClock.thorough();
    ForkedJvm server =
        stage.start(
            stage.server().flags(JvmFlags.TICKET_KEY_SECONDS + 660).clock(clock).agent(agent));
    String before = key(server);
    clock.step(Duration.ofMinutes(20));
    return !key(server).equals(before);
  }

  private String pastTheKeyPeriod(Agent agent) {
    ForkedJvm server =
        stage.start(stage.server().flags(JvmFlags.TICKET_KEY_SECONDS + 1).agent(agent));
    server.ask("timeout seconds=0");
    assertThat(visit(server, "-sess_out")).isEqualTo("full");
    await(LONGER_THAN_A_SECOND);
    return visit(server, "-sess_in");
  }

  private String afterTimeoutOfThirtyDays(Agent agent) {
    ForkedJvm server = stage.start(stage.server().agent(agent));
    assertThat(visit(server, "-sess_out")).isEqualTo("full");
    server.ask("timeout seconds=" + Duration.ofDays(30).toSeconds());
    return visit(server, "-sess_in");
  }

  private static String key(ForkedJvm server) {
    assertThat(visit(server, "-sess_out")).isEqualTo("full");
    return OpenSsl.ticketKey(session(server));
  }

  private static String visit(ForkedJvm server, String sessionOption) {
    String file = session(server).toString();
    return OpenSsl.connect(server.port(), "-tls1_2", sessionOption, file).get(0);
  }

  private static Path session(ForkedJvm server) {
    return Settings.work().resolve("keys-" + server.pid() + ".pem");
  }

  private static void await(Duration longer) {
    long began = System.nanoTime();
    Awaitility.await().until(() -> System.nanoTime() - began > longer.toNanos());
  }
}
