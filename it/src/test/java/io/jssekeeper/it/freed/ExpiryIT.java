package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Deadline;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Histogram;
import io.jssekeeper.it.harness.JvmFlags;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Expired sessions are soon unreachable, on both sides, with no further handshake; and a server
 * keeps no index by peer.
 */
@OnEachJdk
final class ExpiryIT {
  private static final int SESSIONS = Settings.full() ? 5000 : 500;
  private static final int TIMEOUT_SECONDS = 2;
  private static final int TICKETS = 8;

  /** Entries of other caches in the JDK, such as that of parsed certificates. */
  private static final int FEW = 20;

  private static final int LONG_SECONDS = 600;

  /** Timeout and sweep interval, and a little more for a busy machine. */
  private static final Duration SOON = Duration.ofSeconds(TIMEOUT_SECONDS + 1 + 2);

  /** Without the self-check, which temporarily has its own sessions. */
  private static final Agent AGENT = Agent.with("selfcheck=false");

  // Soft references are not cleared before the heap is small: whatever stays, stays for another
  // reason.
  private static final String[] LARGE_HEAP = {"-Xms256m", "-Xmx256m"};
  private static final String JDK_ENTRY = "sun.security.util.MemoryCache$SoftCacheEntry";

  @Parameter Stage stage;

  /**
   * JSSE has one index by id, which it clears when the ids are listed, and one by host and port.
   */
  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void expiredSessions_withoutAgent_stayInMemoryEvenIfListed(String protocol) {
    Burst burst = burst(protocol, Agent.none());

    burst.soon.await();
    long onServer = burst.server.histogram().sessions();
    long onClient = burst.client.histogram().sessions();
    System.out.printf(
        "%s %s, without the agent: of %d expired sessions %d are live on the server, %d on the"
            + " client%n",
        stage.jdk(), protocol, SESSIONS, onServer, onClient);
    assertThat(onServer).isGreaterThanOrEqualTo(SESSIONS);
    assertThat(onClient).isGreaterThanOrEqualTo(SESSIONS);
    for (ForkedJvm jvm : List.of(burst.server, burst.client)) {
      assertThat(jvm.ask("ids").number("count")).isZero();
      assertThat(jvm.histogram().sessions()).isGreaterThanOrEqualTo(SESSIONS / 2);
    }
  }

  /** Each under the port of a closed connection, which is never looked up; ports are reused. */
  @Test
  void sessionsOfAServer_withoutAgent_areIndexedByPeerToo() {
    Burst burst = burst("TLSv1.2", Agent.none(), LONG_SECONDS);

    assertThat(burst.server.histogram().instances(JDK_ENTRY))
        .isGreaterThan(SESSIONS + SESSIONS / 2);
  }

  @Test
  void sessionsOfAServer_withAgent_areIndexedByIdAlone() {
    Burst burst = burst("TLSv1.2", AGENT, LONG_SECONDS);

    Histogram live = burst.server.histogram();
    assertThat(live.instances(JDK_ENTRY)).isLessThan(FEW);
    assertThat(live.instances("io.jssekeeper.store.Entry")).isGreaterThanOrEqualTo(SESSIONS);
    assertThat(live.instances("io.jssekeeper.store.PeerPool")).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void expiredSessions_withAgent_areFreedWithinOneSweep(String protocol) {
    Burst burst = burst(protocol, AGENT);

    for (ForkedJvm jvm : List.of(burst.server, burst.client)) {
      long open = jvm == burst.server ? burst.openOnServer : burst.openOnClient;
      burst.soon.untilAsserted(() -> assertThat(jvm.liveSessions()).isLessThanOrEqualTo(open));
    }
  }

  /** On a JDK that keeps one session per peer the others have been replaced. */
  @Test
  void expiredTicketsOfOnePeer_withoutAgent_stayInMemory() {
    ForkedJvm client = clientWithTickets(Agent.none());

    Deadline.in(SOON).await();
    client.ask("ids");
    long live = client.histogram().sessions();
    System.out.printf(
        "%s, without the agent: after %d handshakes with one peer %d expired sessions are live%n",
        stage.jdk(), TICKETS, live);
    assertThat(live).isPositive();
  }

  @Test
  void expiredTicketsOfOnePeer_withAgent_areFreedWithoutAnotherHandshake() {
    ForkedJvm client = clientWithTickets(AGENT);

    Deadline.in(SOON).untilAsserted(() -> assertThat(client.liveSessions()).isZero());
  }

  private ForkedJvm clientWithTickets(Agent agent) {
    ForkedJvm server = stage.start(stage.server());
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .flags(LARGE_HEAP)
                .agent(agent)
                .with("port", server.port())
                .with("protocols", "TLSv1.3"));
    client.ask("timeout seconds=" + TIMEOUT_SECONDS);
    assertThat(client.ask("wave host=one.example count=" + TICKETS).number("full"))
        .isEqualTo(TICKETS);
    return client;
  }

  /** As many handshakes, all full; two connections opened before stay open. */
  private Burst burst(String protocol, Agent agent) {
    return burst(protocol, agent, TIMEOUT_SECONDS);
  }

  private Burst burst(String protocol, Agent agent, int timeoutSeconds) {
    ForkedJvm server =
        stage.start(
            stage.server().flags(JvmFlags.NO_STATELESS_TICKETS).flags(LARGE_HEAP).agent(agent));
    ForkedJvm client =
        stage.start(
            stage
                .client()
                .flags(LARGE_HEAP)
                .agent(agent)
                .with("port", server.port())
                .with("protocols", protocol)
                .with("count", SESSIONS));
    server.ask("timeout seconds=" + timeoutSeconds);
    client.ask("timeout seconds=" + timeoutSeconds);
    client.ask("open host=a.example");
    client.ask("open host=b.example");
    long openOnServer = server.liveSessions();
    long openOnClient = client.liveSessions();
    assertThat(client.ask("burst").number("full")).isEqualTo(SESSIONS);
    return new Burst(server, client, openOnServer, openOnClient, Deadline.in(SOON));
  }

  private record Burst(
      ForkedJvm server, ForkedJvm client, long openOnServer, long openOnClient, Deadline soon) {}
}
