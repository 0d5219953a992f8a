package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Agent;
import io.jssekeeper.it.harness.Caddy;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.HandshakeRecord;
import io.jssekeeper.it.harness.OnEachJdk;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Stage;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** QUIC handshakes (RFC 9001) are recorded and resumed like all others. */
@OnEachJdk
final class Http3IT {
  private static final int FIRST_WITH_HTTP_3 = 26;

  @Parameter Stage stage;

  @BeforeEach
  void needsHttp3() {
    if (stage.jdk().feature() < FIRST_WITH_HTTP_3) {
      String reason = "JDK " + stage.jdk().feature() + " has no HTTP/3";
      System.out.println("skipped: " + reason);
      Assumptions.abort(reason);
    }
  }

  @Test
  void pagesOverHttp3_areRecordedOnceEach_andSurviveMemoryPressure() {
    Settings.requireFull();
    try (Caddy caddy = Caddy.start()) {
      ForkedJvm client =
          stage.start(
              stage.http3Client().flags("-Xmx64m").agent(Agent.with()).with("port", caddy.port()));
      get(client);
      get(client);
      client.ask("fill");
      get(client);

      List<HandshakeRecord> records = client.recordsAtEnd(3);
      assertThat(records)
          .extracting(r -> r.get("handshake"))
          .containsExactly("full", "resumed", "resumed");
      assertThat(records)
          .allSatisfy(
              r -> {
                assertThat(r.get("alpn")).isEqualTo("h3");
                assertThat(r.get("protocol")).isEqualTo("TLSv1.3");
                assertThat(r.get("peer")).isEqualTo("localhost:" + caddy.port());
              });
    }
  }

  /** The JDK's QUIC drops the TLS engine of a handshake that it gives up. */
  @Test
  void handshake_withoutAnAnswer_isOneFailure() {
    ForkedJvm client = stage.start(stage.http3Client().agent(Agent.with()));

    assertThat(client.ask("knock").what()).isEqualTo("gave-up");

    Awaitility.await()
        .untilAsserted(
            () -> {
              client.ask("collect");
              assertThat(client.records()).hasSize(1);
            });
    HandshakeRecord dropped = client.recordsAtEnd(1).get(0);
    assertThat(dropped.get("handshake")).isEqualTo("failed");
    assertThat(dropped.get("side")).isEqualTo("client");
    assertThat(dropped.get("peer")).startsWith("localhost:");
    assertThat(dropped.get("error")).contains("dropped, and not closed");
  }

  private static void get(ForkedJvm client) {
    assertThat(client.ask("get").text("version")).isEqualTo("HTTP_3");
  }
}
