package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Fork;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.WallClock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * A step of the wall clock, longer than the timeout, neither ends nor prolongs cached sessions.
 *
 * <p>JVMs start slowly with libfaketime, so most of it is not in the fast lane.
 */
@OnEachJdk
final class ClockStepIT {
  private static final Duration FORWARDS = Duration.ofDays(2);
  private static final Duration BACKWARDS = FORWARDS.negated();
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static final Agent CLOCK_NOT_KEPT = Agent.with("keep=gc+settings+close+tickets");

  @Parameter Stage stage;
  private final WallClock clock = WallClock.thorough();

  @Test
  void serverSession_clockSteppedForwardsWithoutAgent_isLost() {
    assertThat(afterStepOfServer(Agent.none(), FORWARDS)).isEqualTo("full");
  }

  @Test
  void serverSession_clockSteppedForwards_resumes() {
    assertThat(afterStepOfServer(Agent.with(), FORWARDS)).isEqualTo("resumed");
  }

  @Test
  void serverSession_clockSteppedForwardsAndClockNotKept_isLost() {
    Settings.requireFull();
    ForkedJvm server = stage.start(server().clock(clock).agent(CLOCK_NOT_KEPT));
    ForkedJvm client = stage.start(client(server));
    warmUp(client);
    clock.step(FORWARDS);
    assertThat(result(client)).isEqualTo("full");
    assertThat(reasonAtEnd(server)).isEqualTo("expired");
  }

  @Test
  void clientSession_clockSteppedForwardsAndClockNotKept_isLost() {
    Settings.requireFull();
    ForkedJvm client =
        stage.start(client(stage.start(server())).clock(clock).agent(CLOCK_NOT_KEPT));
    warmUp(client);
    clock.step(FORWARDS);
    assertThat(result(client)).isEqualTo("full");
    assertThat(reasonAtEnd(client)).isEqualTo("expired");
  }

  @Test
  void clientSession_clockSteppedForwardsWithoutAgent_isLost() {
    Settings.requireFull();
    assertThat(afterStepOfClient(Agent.none(), FORWARDS)).isEqualTo("full");
  }

  @Test
  void clientSession_clockSteppedForwards_resumes() {
    Settings.requireFull();
    assertThat(afterStepOfClient(Agent.with(), FORWARDS)).isEqualTo("resumed");
  }

  @Test
  void serverSession_clockSteppedBackWithoutAgent_outlivesItsTimeout() {
    Settings.requireFull();
    assertThat(afterStepBackAndTimeout(Agent.none())).isEqualTo("resumed");
  }

  @Test
  void serverSession_clockSteppedBack_expires() {
    Settings.requireFull();
    assertThat(afterStepBackAndTimeout(Agent.with())).isEqualTo("full");
  }

  private String afterStepOfServer(Agent agent, Duration offset) {
    ForkedJvm server = stage.start(server().clock(clock).agent(agent));
    ForkedJvm client = stage.start(client(server));
    warmUp(client);
    clock.step(offset);
    return result(client);
  }

  private String afterStepOfClient(Agent agent, Duration offset) {
    ForkedJvm server = stage.start(server());
    ForkedJvm client = stage.start(client(server).clock(clock).agent(agent));
    warmUp(client);
    clock.step(offset);
    return result(client);
  }

  private static String reasonAtEnd(ForkedJvm jvm) {
    List<HandshakeRecord> records = jvm.recordsAtEnd(3);
    return records.get(2).get("reason");
  }

  private String afterStepBackAndTimeout(Agent agent) {
    ForkedJvm server = stage.start(server().clock(clock).agent(agent));
    ForkedJvm client = stage.start(client(server));
    server.ask("timeout seconds=" + TIMEOUT.toSeconds());
    assertThat(result(client)).isEqualTo("full");
    long stored = System.nanoTime();
    clock.step(BACKWARDS);
    Awaitility.await().until(() -> System.nanoTime() - stored > TIMEOUT.toNanos());
    return result(client);
  }

  private Fork server() {
    return stage.server().flags(JvmFlags.NO_STATELESS_TICKETS).with("protocols", "TLSv1.2");
  }

  private Fork client(ForkedJvm server) {
    return stage.client().with("port", server.port());
  }

  private static void warmUp(ForkedJvm client) {
    assertThat(result(client)).isEqualTo("full");
    assertThat(result(client)).isEqualTo("resumed");
  }

  private static String result(ForkedJvm client) {
    return client.ask("connect").text("result");
  }
}
