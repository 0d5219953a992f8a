package io.jssekeeper.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HaProxy;
import io.jssekeeper.it.harness.Jdk;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Jetty 12.0.13 under HAProxy's health checks keeps as many sessions as are in use
 * (jetty/jetty.project#12284).
 *
 * <p>HAProxy resumes; Jetty 12.0.13 binds to each session a value that refers to a session.
 */
@OnEachJdk
final class JettyHaproxyIT {
  private static final int CHECKS = Settings.full() ? 2000 : 300;
  private static final Duration LONG = Duration.ofSeconds(Settings.full() ? 300 : 60);
  private static final int FEW = 5;

  @RegisterExtension final Stage stage;
  private final Jdk jdk;

  JettyHaproxyIT(Jdk jdk) {
    this.jdk = jdk;
    this.stage = new Stage(jdk);
  }

  @BeforeEach
  void requireHaProxyAndJava17() {
    HaProxy.require();
    Assumptions.assumeTrue(jdk.feature() >= 17, () -> said(jdk + " is too old for Jetty 12"));
    Assumptions.assumeTrue(
        Settings.full() || jdk.isFirst(), () -> said(jdk + " is not the first of the fast lane"));
  }

  private static String said(String reason) {
    System.out.println("skipped: " + reason);
    return reason;
  }

  @Test
  void sessions_withoutAgent_growWithEveryCheck() {
    assertThat(sessionsAfterChecks(start(Agent.none()))).isGreaterThanOrEqualTo(CHECKS);
  }

  @Test
  void sessions_withAgent_stayFew() {
    ForkedJvm jetty = start(Agent.with());
    long live = sessionsAfterChecks(jetty);
    long full = jetty.records().stream().filter(r -> r.get("handshake").equals("full")).count();

    System.out.printf("%s: %d of the checks were full handshakes%n", jdk, full);
    assertThat(full).isBetween(1L, (long) CHECKS / 10);
    assertThat(live).isLessThanOrEqualTo(FEW);
  }

  private ForkedJvm start(Agent agent) {
    return stage.start(stage.jettyServer().flags(Settings.burstFlags()).agent(agent));
  }

  /** HAProxy is gone then. */
  @SuppressWarnings("try") // the proxy is there while its checks go on
  private long sessionsAfterChecks(ForkedJvm jetty) {
    long baseline = jetty.liveSessions();
    try (HaProxy proxy = HaProxy.check(jetty.port())) {
      Awaitility.await()
          .atMost(LONG)
          .until(() -> !proxy.isRunning() || jetty.ask("requests").number("count") >= CHECKS);
      assertThat(proxy.isRunning()).as("haproxy still runs").isTrue();
    }
    long live = jetty.liveSessions() - baseline;
    System.out.printf(
        "%s: after %s of HAProxy's checks %d sessions are live in Jetty beyond the %d of a"
            + " fresh JVM%n",
        jdk, jetty.ask("requests").text("count"), live, baseline);
    return live;
  }
}
