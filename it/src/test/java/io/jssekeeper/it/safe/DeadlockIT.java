package io.jssekeeper.it.safe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;

/**
 * Sessions are listed, looked up and ended and the capacity changed while eight threads make
 * handshakes: TLS 1.2 by id, so that a server holds every session.
 */
@Isolated("asserts how long a handshake takes at most")
@OnEachJdk
final class DeadlockIT {
  private static final int SECONDS = Settings.full() ? 60 : 5;

  /** How long a visit may take on a machine that runs nine threads; JSSE's hangs forever. */
  private static final int SLOWEST_MILLIS = 1000;

  @Parameter Stage stage;

  @Test
  void server_disturbedWithoutAgent_deadlocks() {
    ForkedJvm server = server(Agent.none());
    ForkedJvm client = client(server);
    CompletableFuture.runAsync(() -> client.ask("burst")); // it hangs together with the server

    assertThat(server.ask("disturb seconds=60").text("deadlocked")).isEqualTo("true");
  }

  @Test
  void server_disturbed_servesOn() {
    ForkedJvm server = server(Agent.with("log=off"));
    ForkedJvm client = client(server);
    CompletableFuture<Answer> disturbed =
        CompletableFuture.supplyAsync(() -> server.ask("disturb seconds=" + SECONDS));
    long handshakes = 0;
    long slowest = 0;
    client.ask("burst count=200"); // has the code compiled
    while (!disturbed.isDone()) {
      Answer burst = client.ask("burst count=400");
      assertThat(burst.number("failed")).as("%s", burst).isZero();
      handshakes += burst.number("full") + burst.number("resumed");
      slowest = Math.max(slowest, burst.number("slowestmillis"));
    }

    System.out.printf(
        "%s, disturbed for %d s: %d handshakes, the slowest visit %d ms; %s%n",
        stage.jdk(), SECONDS, handshakes, slowest, disturbed.join());
    assertThat(disturbed.join().text("deadlocked")).isEqualTo("false");
    assertThat(disturbed.join().number("ended")).isPositive();
    assertThat(slowest).isLessThan(SLOWEST_MILLIS);
  }

  private ForkedJvm server(Agent agent) {
    ForkedJvm server =
        stage.start(
            stage
                .server()
                .flags(JvmFlags.NO_STATELESS_TICKETS)
                .agent(agent)
                .with("protocols", "TLSv1.2"));
    server.ask("timeout seconds=1");
    return server;
  }

  private ForkedJvm client(ForkedJvm server) {
    return stage.start(
        stage.client().with("count", 100_000).with("threads", 8).with("port", server.port()));
  }
}
