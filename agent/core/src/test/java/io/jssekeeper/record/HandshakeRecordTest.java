package io.jssekeeper.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.SessionHash;
import io.jssekeeper.model.Side;
import org.junit.jupiter.api.Test;

class HandshakeRecordTest {
  @Test
  void resumed_withEverythingKnown_hasAllFieldsInTheContractsOrder() {
    HandshakeDraft draft =
        new HandshakeDraft(Side.SERVER)
            .resumption("ticket", 12_999)
            .session(0x9f86d081884c7d65L)
            .extensions("shop.example", "h2")
            .peer("127.0.0.1", 52044)
            .negotiated("TLSv1.3", "TLS_AES_256_GCM_SHA384");
    draft.cpu(1_200_000);

    assertThat(Texts.of(new HandshakeRecord(draft, Result.RESUMED, null, 0, 1_900_000)))
        .hasToString(
            "{handshake=resumed, side=server, protocol=TLSv1.3, cipher=TLS_AES_256_GCM_SHA384,"
                + " peer=127.0.0.1:52044, sni=shop.example, alpn=h2, session=9f86d081884c7d65,"
                + " via=ticket, age=12s, took=1.9ms, cpu=1.2ms}");
  }

  @Test
  void text_full_hasItsReasonBeforeTheSide() {
    HandshakeDraft draft = new HandshakeDraft(Side.CLIENT).negotiated("TLSv1.2", "C");

    assertThat(Texts.of(new HandshakeRecord(draft, Result.FULL, Reason.EXPIRED, 0, -1)))
        .hasToString("{handshake=full, reason=expired, side=client, protocol=TLSv1.2, cipher=C}");
  }

  @Test
  void text_failed_hasAlertAndErrorBeforeTheSide() {
    HandshakeDraft draft =
        new HandshakeDraft(Side.CLIENT).failure("certificate_unknown", "no path").peer("h", 1);

    assertThat(Texts.of(new HandshakeRecord(draft, Result.FAILED, null, 0, -1)))
        .hasToString(
            "{handshake=failed, alert=certificate_unknown, error=no path, side=client, peer=h:1}");
  }

  @Test
  void text_valueNullOrEmpty_isLeftOut() {
    HandshakeDraft draft =
        new HandshakeDraft(Side.CLIENT)
            .failure(null, "")
            .extensions("", null)
            .session(SessionHash.NONE);

    assertThat(Texts.of(new HandshakeRecord(draft, Result.FAILED, null, 0, -1)))
        .containsOnlyKeys("handshake", "side");
  }

  @Test
  void text_renegotiation_comesAfterAllOtherFields() {
    HandshakeDraft draft = new HandshakeDraft(Side.CLIENT).renegotiation(true);

    assertThat(Texts.of(new HandshakeRecord(draft, Result.RESUMED, null, 0, 0)))
        .hasToString("{handshake=resumed, side=client, took=0.0ms, renegotiation=true}");
  }

  @Test
  void text_peerWithIpv6Address_separatesHostAndPort() {
    assertThat(peer("shop.example", 443)).isEqualTo("shop.example:443");
    assertThat(peer("::1", 443)).isEqualTo("[::1]:443");
    assertThat(peer("[::1]", 443)).isEqualTo("[::1]:443");
    assertThat(peer("shop.example", -1)).isEqualTo("shop.example");
    assertThat(peer(null, 443)).isNull();
    assertThat(peer("", 443)).isNull();
  }

  private static String peer(String host, int port) {
    return Texts.of(Records.full(Records.draft().peer(host, port))).get("peer");
  }
}
