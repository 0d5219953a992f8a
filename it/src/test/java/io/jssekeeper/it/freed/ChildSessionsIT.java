package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Deadline;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * However often a session's descendants resume, only those that can still be resumed stay;
 * invalidating the session invalidates them.
 *
 * <p>TLS 1.3; the server keeps the sessions, with a value bound to the first one, whose connection
 * stays open. Sessions that a fresh JVM already has do not count: a server waiting in {@code
 * accept()} has the session of the next socket, without any handshake.
 */
@OnEachJdk
final class ChildSessionsIT {
  private static final int RESUMPTIONS = Settings.full() ? 2000 : 300;

  /** Those resumable or in use: the open connection's, the one ticket's, and two to spare. */
  private static final int FEW = 4;

  /**
   * With some delay, since sockets that the JVM has not finalised also hold sessions, on JDKs whose
   * {@code BaseSSLSocketImpl} declares {@code finalize}.
   */
  private static final Duration ONE_SWEEP = Duration.ofSeconds(1 + 4);

  private static final String HOST = " host=site-0.example";

  @Parameter Stage stage;

  @Test
  void descendants_withoutAgent_allStayAndEndWithTheFirst() {
    Pair pair = start(Agent.none());

    assertThat(pair.server.live()).isGreaterThanOrEqualTo(RESUMPTIONS);
    assertThat(pair.client.live()).isGreaterThanOrEqualTo(RESUMPTIONS);
    checkEndOfTheLine(pair);
  }

  /** Without the self-check, which temporarily has its own sessions. */
  @Test
  void descendants_withAgent_stayWhileResumableAndEndWithTheFirst() {
    Pair pair = start(Agent.with("selfcheck=false"));

    for (Side side : new Side[] {pair.server, pair.client}) {
      Deadline.in(ONE_SWEEP)
          .untilAsserted(() -> assertThat(side.liveNow()).isLessThanOrEqualTo(FEW));
    }
    checkEndOfTheLine(pair);
  }

  private Pair start(Agent agent) {
    ForkedJvm server =
        stage.start(
            stage.server().flags(JvmFlags.NO_STATELESS_TICKETS).agent(agent).with("bind", "yes"));
    ForkedJvm client =
        stage.start(
            stage.client().agent(agent).with("port", server.port()).with("protocols", "TLSv1.3"));
    long serverBaseline = server.liveSessions();
    long clientBaseline = client.liveSessions();
    client.ask("open page=yes" + HOST);
    String burst = "burst threads=1 peers=1 count=" + RESUMPTIONS;
    assertThat(client.ask(burst).number("resumed")).isEqualTo(RESUMPTIONS);
    Pair pair =
        new Pair(
            new Side(server, serverBaseline, server.liveSessions() - serverBaseline),
            new Side(client, clientBaseline, client.liveSessions() - clientBaseline));
    System.out.printf(
        "%s, %s: after %d resumptions, with the first connection open, %d sessions are live on"
            + " the server and %d on the client beyond the %d and %d of fresh JVMs%n",
        stage.jdk(),
        agent,
        RESUMPTIONS,
        pair.server.live(),
        pair.client.live(),
        serverBaseline,
        clientBaseline);
    return pair;
  }

  /** First on the server; then, including what has come since, on the client. */
  private static void checkEndOfTheLine(Pair pair) {
    ForkedJvm client = pair.client.jvm();
    for (ForkedJvm jvm : new ForkedJvm[] {pair.server.jvm(), client}) {
      assertThat(client.ask("connect" + HOST).text("result")).isEqualTo("resumed");
      client.ask("open page=yes" + HOST);
      Awaitility.await()
          .untilAsserted(
              () -> assertThat(jvm.ask("valid").text("sessions")).isEqualTo("true,true"));
      jvm.ask("invalidate");
      assertThat(jvm.ask("valid").text("sessions")).isEqualTo("false,false");
      assertThat(client.ask("connect" + HOST).text("result")).isEqualTo("full");
      client.ask("close");
      client.ask("open page=yes" + HOST);
    }
  }

  private record Pair(Side server, Side client) {}

  /** What was live beyond the baseline right after the burst. */
  private record Side(ForkedJvm jvm, long baseline, long live) {
    long liveNow() {
      return jvm.liveSessions() - baseline;
    }
  }
}
