package io.jssekeeper.it.freed;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HaProxy;
import io.jssekeeper.it.harness.Histogram;
import io.jssekeeper.it.harness.JmxClient;
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
 * Jetty 12.0.13 under HAProxy's health checks holds only as many sessions as are in use
 * (jetty/jetty.project#12284).
 *
 * <p>HAProxy resumes; Jetty 12.0.13 binds to each session a value that refers to a session.
 */
@OnEachJdk
final class JettyHaproxyIT {
  private static final int CHECKS = 2_000;
  private static final Duration LONG = Duration.ofSeconds(300);
  private static final int FEW = 5;

  /** A session takes more than 500 bytes. */
  private static final long FLAT_BYTES_PER_CHECK = 200;

  private static final long GROWING_BYTES_PER_CHECK = 500;
  private static final int TIMEOUT_SECONDS = 15;

  /**
   * Jetty's selector holds the last connection it served until it serves another ({@code
   * SelectorProducer._cursor}): that connection's session, and the one it resumed.
   */
  private static final int HELD_BY_JETTY = 2;

  @Parameter Stage stage;

  @BeforeEach
  void requireFullAndHaProxyAndJava17() {
    Settings.requireFull();
    HaProxy.require();
    Assumptions.assumeTrue(
        stage.jdk().feature() >= 17, () -> stage.jdk() + " is too old for Jetty 12");
  }

  @Test
  void sessions_withoutAgent_growWithEveryCheck() {
    Grown grown = afterChecks(start(Agent.none()));

    assertThat(grown.sessions).isGreaterThanOrEqualTo(CHECKS);
    assertThat(grown.bytesPerCheck).isGreaterThanOrEqualTo(GROWING_BYTES_PER_CHECK);
  }

  /**
   * A ticket that HAProxy did not wait for may still arrive: it and its handshake's session count.
   */
  @Test
  void sessions_withAgent_areThoseStillResumableAndGoWithTheTimeout() {
    ForkedJvm jetty = start(Agent.with("server.timeout=" + TIMEOUT_SECONDS + "s"));
    Grown grown = afterChecks(jetty);
    long resumable = resumable(jetty);
    long full = jetty.records().stream().filter(r -> r.get("handshake").equals("full")).count();

    System.out.printf(
        "%s: %d of the checks were full handshakes, %d sessions can be resumed%n",
        stage.jdk(), full, resumable);
    assertThat(full).as("most resume").isBetween(1L, (long) CHECKS / 2);
    assertThat(grown.sessions).isLessThanOrEqualTo(2 * resumable + FEW);
    assertThat(grown.bytesPerCheck).isLessThanOrEqualTo(FLAT_BYTES_PER_CHECK);
    Awaitility.await()
        .atMost(Duration.ofSeconds(TIMEOUT_SECONDS + 10))
        .untilAsserted(() -> assertThat(jetty.liveSessions()).isLessThanOrEqualTo(HELD_BY_JETTY));
  }

  private static long resumable(ForkedJvm jetty) {
    try (JmxClient jmx = jetty.jmx()) {
      return jmx.sessionCaches("server").stream().mapToLong(c -> c.number("Size")).sum();
    }
  }

  private ForkedJvm start(Agent agent) {
    return stage.start(stage.checkedJetty().agent(agent));
  }

  /** HAProxy is gone by then. The heap is compared with what it was after half of the checks. */
  private Grown afterChecks(ForkedJvm jetty) {
    long baseline = jetty.liveSessions();
    long half;
    long bytesAtHalf;
    try (HaProxy proxy = HaProxy.check(jetty.port())) {
      half = awaitChecks(jetty, proxy, CHECKS / 2);
      bytesAtHalf = jetty.settledHistogram().bytes();
      awaitChecks(jetty, proxy, CHECKS);
    }
    Histogram end = jetty.settledHistogram();
    long checks = jetty.ask("requests").number("count");
    Grown grown =
        new Grown(end.sessions() - baseline, (end.bytes() - bytesAtHalf) / (checks - half));
    System.out.printf(
        "%s: after %d of HAProxy's checks %d sessions are live in Jetty beyond the %d of a fresh"
            + " JVM; over the second half the heap grew by %d bytes a check%n",
        stage.jdk(), checks, grown.sessions, baseline, grown.bytesPerCheck);
    return grown;
  }

  private static long awaitChecks(ForkedJvm jetty, HaProxy proxy, int count) {
    Awaitility.await()
        .atMost(LONG)
        .until(() -> !proxy.isRunning() || jetty.ask("requests").number("count") >= count);
    assertThat(proxy.isRunning()).as("haproxy still runs").isTrue();
    return jetty.ask("requests").number("count");
  }

  private record Grown(long sessions, long bytesPerCheck) {}
}
