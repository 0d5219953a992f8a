package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions survive memory pressure with each garbage collector. Prints a table row for each. */
@OnEachJdk
final class GarbageCollectorsIT {
  private static final int SESSIONS = 300;

  /** Room for some of the sessions; each is estimated at 900 bytes or more. */
  private static final String SMALL_BUDGET = "memory=128k";

  /** So that the agent checks between the last use of a session and the pressure. */
  private static final String OFTEN = "sweep=50ms";

  @Parameter Stage stage;

  @BeforeEach
  void onlyInTheFullLane() {
    Settings.requireFull();
  }

  @ParameterizedTest
  @EnumSource(GarbageCollector.class)
  void sessions_heapFilled_allResumeAndWhatWouldHaveGoneIsCounted(GarbageCollector collector) {
    requires(collector);
    Outcome without = outcome(Agent.none(), "fill", collector.flags());
    Outcome with = outcome(Agent.pressed(OFTEN), "fill", collector.flags());

    print(collector, "heap filled", without, with);
    assertThat(without.resumed).isLessThan(SESSIONS / 4);
    assertThat(with.resumed).isEqualTo(SESSIONS);
    assertThat(with.counted).isBetween(1L, 2L * SESSIONS);
  }

  @ParameterizedTest
  @EnumSource(GarbageCollector.class)
  void sessions_collectedWithoutPatience_allResume(GarbageCollector collector) {
    requires(collector);
    Outcome without =
        outcome(Agent.none(), "collect", collector.flags(JvmFlags.CLEAR_SOFT_REFERENCES));
    Outcome with =
        outcome(Agent.with(OFTEN), "collect", collector.flags(JvmFlags.CLEAR_SOFT_REFERENCES));

    print(collector, JvmFlags.CLEAR_SOFT_REFERENCES, without, with);
    assertThat(without.resumed).isLessThan(SESSIONS / 4);
    assertThat(with.resumed).isEqualTo(SESSIONS);
  }

  /**
   * Sessions beyond the budget are held softly, and the collector chooses which of them go first
   * (Parallel on JDK 11 once kept 96 of the oldest and cleared 76 younger ones).
   */
  @ParameterizedTest
  @EnumSource(GarbageCollector.class)
  void sessions_moreThanTheBudgetHolds_theNewestAllResume(GarbageCollector collector) {
    requires(collector);
    Outcome with = outcome(Agent.pressed(SMALL_BUDGET, OFTEN), "fill", collector.flags());

    System.out.printf(
        "| %s | %s | %s, heap filled | | %d, and all after the first %d |%n",
        stage.jdk(), collector, SMALL_BUDGET, with.resumed, with.since);
    assertThat(with.resumed).isLessThan(SESSIONS);
    assertThat(SESSIONS - with.since).isGreaterThan(SESSIONS / 4);
  }

  private void requires(GarbageCollector collector) {
    Assumptions.assumeTrue(collector.isIn(stage.jdk()), () -> stage.jdk() + " has no " + collector);
  }

  private void print(GarbageCollector collector, String what, Outcome without, Outcome with) {
    System.out.printf(
        "| %s | %s | %s | %d of %d | %d, %d protected by gc |%n",
        stage.jdk(), collector, what, without.resumed, SESSIONS, with.resumed, with.counted);
  }

  /**
   * Stores the sessions at a server, one after another, puts its heap under pressure, and visits
   * again.
   */
  private Outcome outcome(Agent agent, String pressure, String[] flags) {
    ForkedJvm server =
        stage.start(
            stage
                .server()
                .flags(flags)
                .flags(JvmFlags.NO_STATELESS_TICKETS)
                .agent(agent)
                .with("protocols", "TLSv1.2"));
    ForkedJvm client =
        stage.start(
            stage.client().with("count", SESSIONS).with("threads", 1).with("port", server.port()));
    assertThat(client.ask("burst").number("full")).isEqualTo(SESSIONS);
    server.ask(pressure);
    long counted = agent.isThere() ? counted(server) : 0;
    Answer after = client.ask("burst");
    assertThat(after.number("failed")).as("failed: %s", after).isZero();
    return new Outcome(after.number("resumed"), after.number("since"), counted);
  }

  /** The agent counts with its next sweep. */
  private static long counted(ForkedJvm server) {
    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      return Awaitility.await()
          .until(() -> (Long) keeper.map("Protected").get("gc"), counted -> counted > 0);
    }
  }

  /**
   * What became of the sessions.
   *
   * @param since the first session from which on all were resumed
   * @param counted how many the agent reports to have protected
   */
  private record Outcome(long resumed, long since, long counted) {}
}
