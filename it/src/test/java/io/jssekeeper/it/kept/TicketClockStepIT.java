package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.OpenSslServer;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.TicketAge;
import io.jssekeeper.it.harness.WallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A step of the wall clock neither ends nor prolongs a ticket, and leaves the ticket's age correct.
 *
 * <p>JVMs start slowly with libfaketime, so all of it is in the full lane.
 */
@OnEachJdk
final class TicketClockStepIT {
  private static final Duration FORWARDS = Duration.ofDays(2);
  private static final Duration BACKWARDS = FORWARDS.negated();
  private static final int TIMEOUT_SECONDS = 4;
  private static final long TWO_DAYS_MILLIS = FORWARDS.toMillis();
  private static final long A_MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();

  @Parameter Stage stage;

  @BeforeEach
  void onlyInTheFullLane() {
    Settings.requireFull();
  }

  @Test
  void statelessTickets_serverClockSteppedForwardsWithoutAgent_areLost() {
    assertThat(afterStepOfServer(Agent.none(), FORWARDS)).containsOnly("full");
  }

  @Test
  void statelessTickets_serverClockSteppedForwards_resume() {
    assertThat(afterStepOfServer(Agent.with(), FORWARDS)).containsOnly("resumed");
  }

  @Test
  void statelessTickets_serverClockSteppedBack_resume() {
    assertThat(afterStepOfServer(Agent.with(), BACKWARDS)).containsOnly("resumed");
  }

  /** JSSE never compares a stateless ticket's age with the timeout. */
  @Test
  void statelessTickets_serverClockSteppedBackWithoutAgent_outliveTheTimeout() {
    assertThat(afterStepOfServerAndTimeout(Agent.none(), BACKWARDS)).containsOnly("resumed");
  }

  @Test
  void statelessTickets_serverClockStepped_expireInTime() {
    assertThat(afterStepOfServerAndTimeout(Agent.with(), BACKWARDS)).containsOnly("full");
    assertThat(afterStepOfServerAndTimeout(Agent.with(), FORWARDS)).containsOnly("full");
  }

  @Test
  void ticketOverAResumedConnection_clientClockSteppedForwardsWithoutAgent_isLost() {
    assertThat(afterStepsOfClient(Agent.none(), FORWARDS)).containsOnly("New");
  }

  @Test
  void ticketOverAResumedConnection_clientClockStepped_resumes() {
    assertThat(afterStepsOfClient(Agent.with(), FORWARDS)).containsOnly("Reused");
    assertThat(afterStepsOfClient(Agent.with(), BACKWARDS)).containsOnly("Reused");
  }

  @Test
  void ticketAge_clientClockSteppedWithoutAgent_isOffByTheStep() {
    assertThat(ageTold(Agent.none(), FORWARDS))
        .isBetween(TWO_DAYS_MILLIS, TWO_DAYS_MILLIS + A_MINUTE_MILLIS);
  }

  @Test
  void ticketAge_clientClockStepped_isRight() {
    assertThat(ageTold(Agent.with(), FORWARDS)).isBetween(0L, A_MINUTE_MILLIS);
    assertThat(ageTold(Agent.with(), BACKWARDS)).isBetween(0L, A_MINUTE_MILLIS);
  }

  private List<String> afterStepOfServer(Agent agent, Duration offset) {
    requireStatelessTickets();
    WallClock clock = WallClock.thorough();
    ForkedJvm server = stage.start(stage.server().clock(clock).agent(agent));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    assertThat(visits(client)).containsOnly("full");
    assertThat(visits(client)).containsOnly("resumed");
    clock.step(offset);
    List<String> results = visits(client);
    if (results.contains("resumed")) {
      assertThat(visits(client)).as("the next").containsOnly("resumed");
    }
    assertThat(kept(server, agent)).isEqualTo(offset.equals(FORWARDS) && agentIsIn(agent));
    return results;
  }

  private List<String> afterStepOfServerAndTimeout(Agent agent, Duration offset) {
    requireStatelessTickets();
    WallClock clock = WallClock.thorough();
    ForkedJvm server = stage.start(stage.server().clock(clock).agent(agent));
    ForkedJvm client = stage.start(stage.client().with("port", server.port()));
    server.ask("timeout seconds=" + TIMEOUT_SECONDS);
    client.ask("timeout seconds=3600");
    assertThat(visits(client)).containsOnly("full");
    long sealed = System.nanoTime();
    clock.step(offset);
    long longer = Duration.ofSeconds(TIMEOUT_SECONDS).plusMillis(200).toNanos();
    Awaitility.await().until(() -> System.nanoTime() - sealed > longer);
    return visits(client);
  }

  /** The results of two visits, each after a step: each offers a ticket from before its step. */
  private List<String> afterStepsOfClient(Agent agent, Duration offset) {
    WallClock clock = WallClock.thorough();
    try (OpenSslServer server = OpenSslServer.start("-num_tickets", "1")) {
      ForkedJvm client =
          stage.start(stage.client().clock(clock).agent(agent).with("port", server.port()));
      assertThat(peerSays(client)).isEqualTo("New");
      clock.step(offset);
      List<String> results = new ArrayList<>(List.of(peerSays(client)));
      clock.step(offset.multipliedBy(2));
      results.add(peerSays(client));
      return results;
    }
  }

  private static String peerSays(ForkedJvm client) {
    return client.ask("connect protocols=TLSv1.3").text("peersays");
  }

  private long ageTold(Agent agent, Duration offset) {
    WallClock clock = WallClock.thorough();
    try (OpenSslServer server = OpenSslServer.start("-trace", "-num_tickets", "1")) {
      ForkedJvm client =
          stage.start(stage.client().clock(clock).agent(agent).with("port", server.port()));
      client.ask("timeout seconds=0");
      assertThat(peerSays(client)).isEqualTo("New");
      clock.step(offset);
      assertThat(peerSays(client)).isEqualTo("Reused");
      peerSays(client); // flushes openssl's trace
      peerSays(client);
      return TicketAge.firstMillis(server.output());
    }
  }

  private static List<String> visits(ForkedJvm client) {
    List<String> results = new ArrayList<>();
    for (String protocol : List.of("TLSv1.2", "TLSv1.3")) {
      String host = " host=" + protocol.toLowerCase() + ".example";
      results.add(client.ask("connect protocols=" + protocol + host).text("result"));
    }
    return results;
  }

  private static boolean agentIsIn(Agent agent) {
    return agent.toString().equals("with the agent");
  }

  /** Whether any session was kept in spite of the clock. */
  private static boolean kept(ForkedJvm jvm, Agent agent) {
    if (!agentIsIn(agent)) {
      return false;
    }
    try (JmxClient jmx = jvm.jmx()) {
      return (Long) jmx.keeper().map("Protected").get("clock") > 0;
    }
  }

  private void requireStatelessTickets() {
    Assumptions.assumeTrue(
        stage.jdk().hasStatelessTickets(), () -> stage.jdk() + " has no stateless tickets");
  }
}
