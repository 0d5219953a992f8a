package io.jssekeeper.it.operated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Bean;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Histogram;
import io.jssekeeper.it.harness.JmxClient;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Stage;
import io.jssekeeper.it.harness.Variant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * With {@code keep=none} handshakes are recorded and reported, and JSSE's own caches are left
 * alone. That sessions are then lost as without the agent is shown by {@code HeapPressureIT}.
 */
@OnEachJdk
final class ObserveOnlyIT {
  private static final int PEERS = 5;
  private static final String JDKS_CACHE = "sun.security.util.MemoryCache";
  private static final Variant BY_ID = new Variant("socket", "TLSv1.2", false);

  @Parameter Stage stage;

  /** Without the self-check, which temporarily has its own caches. */
  @Test
  void handshakes_areRecorded_andTheCachesAreTheJdksOwn() {
    Histogram plain = afterTwoBursts(Agent.none()).settledHistogram();
    ForkedJvm server = afterTwoBursts(Agent.with("keep=none", "selfcheck=false"));

    Awaitility.await().untilAsserted(() -> assertThat(server.records()).hasSize(2 * PEERS));
    try (JmxClient jmx = server.jmx()) {
      Bean keeper = jmx.keeper();
      assertThat(keeper.rows("Handshakes"))
          .contains(Map.of("side", "server", "result", "full", "count", (long) PEERS))
          .contains(Map.of("side", "server", "result", "resumed", "count", (long) PEERS));
      assertThat(keeper.number("Contexts")).isZero();
      assertThat(jmx.all()).as("only the keeper").hasSize(1);
    }
    Histogram observed = server.settledHistogram();
    assertThat(observed.bootstrapInstances("CacheById")).isZero();
    assertThat(observed.bootstrapInstances("CacheByPeer")).isZero();
    assertThat(plain.instances(JDKS_CACHE)).isPositive();
    assertThat(observed.instances(JDKS_CACHE)).isEqualTo(plain.instances(JDKS_CACHE));
  }

  @Test
  void caches_withoutKeepNone_areOurs() {
    Histogram kept = afterTwoBursts(Agent.with()).settledHistogram();

    assertThat(kept.bootstrapInstances("CacheById")).isPositive();
  }

  private ForkedJvm afterTwoBursts(Agent agent) {
    ForkedJvm server = stage.start(BY_ID.in(stage.server()).agent(agent));
    ForkedJvm client = stage.start(BY_ID.in(stage.client()).with("port", server.port()));
    assertThat(client.ask("burst threads=1 count=" + PEERS).number("full")).isEqualTo(PEERS);
    assertThat(client.ask("burst threads=1 count=" + PEERS).number("resumed")).isEqualTo(PEERS);
    return server;
  }
}
