package io.jssekeeper.log.lines;

import io.jssekeeper.log.LineFormat;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.ProtocolName;

/**
 * A record as a JSON object with the field names of the Elastic Common Schema; names for everything
 * else begin with {@code jsse.}.
 */
public final class EcsLine implements LineFormat {
  private static final String SCHEMA = "8.11.0";

  @Override
  public String line(HandshakeRecord record) {
    boolean failed = record.result() == Result.FAILED;
    ProtocolName protocol = new ProtocolName(record.protocol());
    JsonObject json =
        new JsonObject()
            .putTime("@timestamp", record.timeMillis())
            .put("log.level", failed ? "warn" : "info")
            .put("message", "TLS handshake " + record.result().word())
            .put("ecs.version", SCHEMA)
            .put("log.logger", "io.jssekeeper.handshake")
            .put("process.thread.name", record.thread())
            .put("event.dataset", "jsse.handshake")
            .put("event.category", "network")
            .put("event.action", "tls-handshake")
            .put("event.outcome", failed ? "failure" : "success")
            .put("event.duration", record.tookNanos() < 0 ? null : record.tookNanos())
            .put("tls.established", !failed)
            .put("tls.resumed", failed ? null : record.result() == Result.RESUMED)
            .put("tls.version_protocol", protocol.name())
            .put("tls.version", protocol.version())
            .put("tls.cipher", record.cipher())
            .put("tls.next_protocol", record.text(Field.ALPN))
            .put("tls.client.server_name", record.text(Field.SNI))
            .put("error.code", record.text(Field.FAILURE))
            .put("error.message", record.text(Field.ERROR));
    String peer = record.side() == Side.CLIENT ? "server" : "client";
    json.put(peer + ".address", record.peerHost()).put(peer + ".port", record.peerPort());
    return own(json, record).end();
  }

  private static JsonObject own(JsonObject json, HandshakeRecord record) {
    return json.put("jsse.side", record.side().word())
        .put("jsse.reason", record.text(Field.REASON))
        .put("jsse.detail", record.text(Field.DETAIL))
        .put("jsse.alert", record.text(Field.ALERT))
        .put("jsse.session", record.text(Field.SESSION))
        .put("jsse.age_seconds", record.value(Field.AGE))
        .put("jsse.via", record.text(Field.VIA))
        .put("jsse.control", record.text(Field.CONTROL))
        .put("jsse.authenticated", record.value(Field.AUTHENTICATED))
        .put("jsse.certificate_days", record.value(Field.CERTIFICATE))
        .put("jsse.cpu_nanos", record.cpuNanos() < 0 ? null : record.cpuNanos())
        .put("jsse.renegotiation", record.value(Field.RENEGOTIATION))
        .put("jsse.similar", record.value(Field.SIMILAR));
  }
}
