package io.jssekeeper.it.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.HandshakeRecord;
import java.time.Duration;
import java.util.List;

/**
 * What must hold for every record, compared with what the peer saw.
 *
 * @param side whose records these are
 */
record RecordCheck(String side, String protocol) {
  private static final List<String> ORDER =
      List.of(
          "handshake",
          "reason",
          "failure",
          "alert",
          "error",
          "detail",
          "side",
          "protocol",
          "cipher",
          "peer",
          "sni",
          "alpn",
          "authenticated",
          "certificate",
          "session",
          "via",
          "age",
          "took",
          "cpu");
  private static final Duration TOOK_PRECISION = Duration.ofMillis(1);

  void full(HandshakeRecord handshake, Timed visit, String reason) {
    assertThat(handshake.get("handshake")).isEqualTo("full");
    assertThat(handshake.get("reason")).isEqualTo(reason);
    successful(handshake, visit);
  }

  void resumed(HandshakeRecord handshake, Timed visit, String via) {
    assertThat(handshake.get("handshake")).isEqualTo("resumed");
    assertThat(handshake.has("reason")).as("a reason in %s", handshake).isFalse();
    assertThat(handshake.get("via")).isEqualTo(via);
    successful(handshake, visit);
  }

  private void successful(HandshakeRecord handshake, Timed visit) {
    order(handshake);
    assertThat(handshake.get("side")).isEqualTo(side);
    assertThat(handshake.get("protocol")).isEqualTo(protocol);
    assertThat(handshake.get("cipher")).isEqualTo(visit.answer().text("cipher"));
    assertThat(handshake.get("sni")).isEqualTo("shop.example");
    assertThat(handshake.get("alpn")).isEqualTo("http/1.1");
    assertThat(handshake.get("session")).matches("[0-9a-f]{16}");
    assertThat(handshake.duration("took"))
        .isPositive()
        .isLessThanOrEqualTo(visit.atMost().plus(TOOK_PRECISION));
  }

  /** It is measured once JMX is there, and on one of the two sides. */
  void cpu(HandshakeRecord handshake, Timed visit) {
    assertThat(handshake.duration("cpu"))
        .isPositive()
        .isLessThanOrEqualTo(visit.atMost().plus(TOOK_PRECISION));
  }

  /** The session is the one whose id the client's application sees. */
  void session(HandshakeRecord handshake, Timed visit) {
    assertThat(handshake.get("session")).isEqualTo(SessionHash.of(visit.answer().text("id")));
  }

  void failed(HandshakeRecord handshake, String alert) {
    order(handshake);
    assertThat(handshake.get("handshake")).isEqualTo("failed");
    assertThat(handshake.get("alert")).isEqualTo(alert);
    assertThat(handshake.get("error")).isNotBlank();
    assertThat(handshake.get("side")).isEqualTo(side);
  }

  static void order(HandshakeRecord handshake) {
    List<String> names = handshake.names();
    assertThat(names).isEqualTo(ORDER.stream().filter(names::contains).toList());
  }
}
