package io.jssekeeper.log.lines;

import io.jssekeeper.log.LineFormat;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;

/**
 * A record as a JSON object with the attribute names of OpenTelemetry's registry; names for
 * everything else begin with {@code jsse.}.
 */
public final class OtelLine implements LineFormat {
  private static final double NANOS_PER_SECOND = 1_000_000_000;

  @Override
  public String line(HandshakeRecord record) {
    boolean failed = record.result() == Result.FAILED;
    ProtocolName protocol = new ProtocolName(record.protocol());
    JsonObject json =
        new JsonObject()
            .putTime("timestamp", record.timeMillis())
            .put("severity", failed ? "WARN" : "INFO")
            .put("event.name", "tls.handshake")
            .put("thread.name", record.thread())
            .put("tls.established", !failed)
            .put("tls.resumed", failed ? null : record.result() == Result.RESUMED)
            .put("error.type", record.text(Field.FAILURE))
            .put("error.message", record.text(Field.ERROR))
            .put("tls.protocol.name", protocol.name())
            .put("tls.protocol.version", protocol.version())
            .put("tls.cipher", record.cipher())
            .put("tls.next_protocol", record.text(Field.ALPN));
    peers(json, record);
    return own(json, record).end();
  }

  /** A server's own port is unknown. */
  private static void peers(JsonObject json, HandshakeRecord record) {
    String asked = record.text(Field.SNI);
    if (record.side() == Side.CLIENT) {
      json.put("server.address", asked == null ? record.peerHost() : asked);
      json.put("server.port", record.peerPort());
    } else {
      json.put("server.address", asked);
      json.put("client.address", record.peerHost());
      json.put("client.port", record.peerPort());
    }
  }

  private static JsonObject own(JsonObject json, HandshakeRecord record) {
    return json.put("jsse.side", record.side().word())
        .put("jsse.reason", record.text(Field.REASON))
        .put("jsse.detail", record.text(Field.DETAIL))
        .put("jsse.alert", record.text(Field.ALERT))
        .put("jsse.session", record.text(Field.SESSION))
        .put("jsse.session.age", record.value(Field.AGE))
        .put("jsse.via", record.text(Field.VIA))
        .put("jsse.control", record.text(Field.CONTROL))
        .put("jsse.client.authenticated", record.value(Field.AUTHENTICATED))
        .put("jsse.certificate.days", record.value(Field.CERTIFICATE))
        .put("jsse.handshake.duration", seconds(record.tookNanos()))
        .put("jsse.handshake.cpu", seconds(record.cpuNanos()))
        .put("jsse.renegotiation", record.value(Field.RENEGOTIATION))
        .put("jsse.similar", record.value(Field.SIMILAR));
  }

  private static Double seconds(long nanos) {
    return nanos < 0 ? null : nanos / NANOS_PER_SECOND;
  }
}
