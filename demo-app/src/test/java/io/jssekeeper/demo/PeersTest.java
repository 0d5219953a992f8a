package io.jssekeeper.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jssekeeper.demo.app.HandshakeCounts;
import io.jssekeeper.demo.app.PageServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the peers count: real JVMs, real handshakes, no agent. */
class PeersTest {
  private static final int SITES = 20;

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void visit_sameSitesAgain_isResumed(String protocol) throws IOException {
    try (Peers peers = start()) {
      assertThat(peers.visit("a", SITES, protocol)).isEqualTo(new HandshakeCounts(SITES, 0));
      assertThat(peers.visit("a", SITES, protocol)).isEqualTo(new HandshakeCounts(0, SITES));
      assertThat(peers.visit("b", SITES, protocol)).isEqualTo(new HandshakeCounts(SITES, 0));
    }
  }

  @Test
  void visit_afterPressureInServer_isFull() throws IOException {
    try (Peers peers = start()) {
      peers.visit("a", SITES, "TLSv1.2");
      Peers.press(peers.server());
      // A worker thread's stack may still reference the last session it saw.
      assertThat(peers.visit("a", SITES, "TLSv1.2").full()).isGreaterThan(SITES / 2);
    }
  }

  @Test
  void finish_withoutAgent_findsNoRecords() throws IOException {
    try (Peers peers = start()) {
      peers.visit("a", SITES, "TLSv1.3");
      assertThat(peers.finish())
          .extracting(Measure::asPromised)
          .containsExactly(true, false, false);
    }
  }

  @Test
  void awaitLine_idleClient_failsInTime() throws IOException {
    try (Peers peers = start()) {
      assertThatThrownBy(() -> peers.client().awaitLine(Duration.ofMillis(50)))
          .isInstanceOf(DemoFailure.class)
          .hasMessageContaining("The client said nothing within");
    }
  }

  private static Peers start() throws IOException {
    Jdk jdk = Jdk.at(Path.of(System.getProperty("java.home")));
    return new Launcher(jdk, classes(), KeyStoreFile.create(jdk), List.of()).start("-Xmx64m");
  }

  private static Path classes() {
    return Path.of(
        URI.create(
            PageServer.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }
}
