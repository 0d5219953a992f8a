package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import io.jssekeeper.it.harness.WallClock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * With every variant of TLS, on sockets and engines, sessions resume after the events that make
 * JSSE lose them, on both sides. Prints what becomes of them without the agent.
 */
@OnEachJdk
final class TransportsIT {
  private static final long A_DAY = Duration.ofDays(1).toSeconds();
  private static final long LONGER_THAN_TICKETS = Duration.ofDays(8).toSeconds();

  /** What happens to both sides between two visits. */
  private enum Event {
    COLLECTION,
    CLOCK_STEP,
    TIMEOUT_AFTER_NONE,
    NO_TIMEOUT,
    LONG_TIMEOUT
  }

  @Parameter Stage stage;

  @ParameterizedTest
  @MethodSource("io.jssekeeper.it.harness.Variant#all")
  void sessions_afterEachEvent_resume(Variant variant) {
    Settings.requireFull();
    Map<Event, String> without = new Pair(variant, Agent.none()).visits();
    Map<Event, String> with = new Pair(variant, Agent.with("log=off")).visits();

    System.out.printf("%s, %s, without the agent: %s%n", stage.jdk(), variant, without);
    assertThat(with.values()).as("%s", with).containsOnly("resumed");
    assertThat(without)
        .containsEntry(Event.CLOCK_STEP, "full")
        .containsEntry(Event.TIMEOUT_AFTER_NONE, "full");
  }

  /** A server and a client with the same wall clock. */
  private final class Pair {
    private final WallClock clock = WallClock.light();
    private final ForkedJvm server;
    private final ForkedJvm client;

    Pair(Variant variant, Agent agent) {
      server = stage.start(ready(variant.in(stage.server()), agent));
      client = stage.start(ready(variant.in(stage.client()), agent).with("port", server.port()));
    }

    private Fork ready(Fork fork, Agent agent) {
      return fork.flags(JvmFlags.CLEAR_SOFT_REFERENCES).clock(clock).agent(agent);
    }

    /** The result of the visit after each event. */
    Map<Event, String> visits() {
      Map<Event, String> visits = new EnumMap<>(Event.class);
      for (Event event : Event.values()) {
        timeout(before(event));
        visit();
        visit();
        happen(event);
        visits.put(event, visit());
        timeout(A_DAY);
      }
      return visits;
    }

    private long before(Event event) {
      return switch (event) {
        case TIMEOUT_AFTER_NONE, NO_TIMEOUT -> 0;
        case LONG_TIMEOUT -> LONGER_THAN_TICKETS;
        default -> A_DAY;
      };
    }

    private void happen(Event event) {
      switch (event) {
        case COLLECTION -> both("collect");
        case CLOCK_STEP -> clock.step(Duration.ofDays(2));
        case TIMEOUT_AFTER_NONE -> timeout(A_DAY);
        default -> {}
      }
    }

    private void timeout(long seconds) {
      both("timeout seconds=" + seconds);
    }

    private void both(String command) {
      server.ask(command);
      client.ask(command);
    }

    private String visit() {
      return client.ask("connect host=shop.example").text("result");
    }
  }
}
