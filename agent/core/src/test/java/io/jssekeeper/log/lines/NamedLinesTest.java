package io.jssekeeper.log.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeDraft;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.ProtocolName;
import io.jssekeeper.record.Records;
import org.json.JSONObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records with the names of OpenTelemetry's registry and of the Elastic Common Schema. */
class NamedLinesTest {
  private static final HandshakeRecord RESUMED =
      Records.resumed(of(Side.SERVER).resumption("ticket", 12_000).authenticated(true));

  private static final HandshakeRecord FAILED =
      Records.failed(
          of(Side.CLIENT)
              .failure("certificate_unknown", "too old")
              .failure(Failure.CERTIFICATE_EXPIRED));

  private static HandshakeDraft of(Side side) {
    return new HandshakeDraft(side)
        .negotiated("TLSv1.3", "TLS_AES_256_GCM_SHA384")
        .peer("192.0.2.1", 40_000)
        .extensions("shop.example", "h2");
  }

  @Test
  void otel_ofAResumedHandshake_hasTheRegistrysNames() {
    JSONObject json = new JSONObject(new OtelLine().line(RESUMED));

    assertThat(json.toMap())
        .containsEntry("timestamp", "1970-01-01T00:00:00.000Z")
        .containsEntry("severity", "INFO")
        .containsEntry("tls.established", true)
        .containsEntry("tls.resumed", true)
        .containsEntry("tls.protocol.name", "tls")
        .containsEntry("tls.protocol.version", "1.3")
        .containsEntry("tls.cipher", "TLS_AES_256_GCM_SHA384")
        .containsEntry("tls.next_protocol", "h2")
        .containsEntry("server.address", "shop.example")
        .containsEntry("client.address", "192.0.2.1")
        .containsEntry("client.port", 40_000)
        .containsEntry("jsse.session.age", 12)
        .containsEntry("jsse.client.authenticated", true)
        .doesNotContainKeys("error.type", "server.port", "jsse.handshake.duration");
  }

  @Test
  void otel_ofAFailedHandshake_hasItsWordAsType() {
    JSONObject json = new JSONObject(new OtelLine().line(FAILED));

    assertThat(json.toMap())
        .containsEntry("severity", "WARN")
        .containsEntry("tls.established", false)
        .containsEntry("error.type", "certificate-expired")
        .containsEntry("error.message", "too old")
        .containsEntry("server.address", "shop.example")
        .containsEntry("server.port", 40_000)
        .doesNotContainKey("tls.resumed");
  }

  @Test
  void ecs_hasTheSchemasNames() {
    assertThat(new JSONObject(new EcsLine().line(RESUMED)).toMap())
        .containsEntry("@timestamp", "1970-01-01T00:00:00.000Z")
        .containsEntry("event.outcome", "success")
        .containsEntry("tls.resumed", true)
        .containsEntry("tls.version", "1.3")
        .containsEntry("tls.version_protocol", "tls")
        .containsEntry("tls.client.server_name", "shop.example")
        .containsEntry("client.address", "192.0.2.1");
    assertThat(new JSONObject(new EcsLine().line(FAILED)).toMap())
        .containsEntry("event.outcome", "failure")
        .containsEntry("log.level", "warn")
        .containsEntry("error.code", "certificate-expired")
        .containsEntry("server.port", 40_000);
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.3,tls,1.3", "TLSv1,tls,1.0", "DTLSv1.2,dtls,1.2", "SSLv3,ssl,3"})
  void protocol_isNameAndVersion(String jsses, String name, String version) {
    assertThat(new ProtocolName(jsses).name()).isEqualTo(name);
    assertThat(new ProtocolName(jsses).version()).isEqualTo(version);
    assertThat(new ProtocolName(null).name()).isNull();
  }

  @Test
  void lines_withTextOfThePeer_areOneLine() {
    String said = "a\n\"b\" \u0000";
    HandshakeRecord record =
        Records.failed(of(Side.CLIENT).failure("internal_error", said).extensions(said, null));

    for (String line : new String[] {new OtelLine().line(record), new EcsLine().line(record)}) {
      assertThat(line.chars()).noneMatch(c -> c < ' ');
      assertThat(new JSONObject(line).getString("error.message")).isEqualTo(said);
    }
  }
}
