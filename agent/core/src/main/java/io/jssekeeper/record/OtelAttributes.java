package io.jssekeeper.record;

import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;

/**
 * What a record has under the attribute names of OpenTelemetry's registry; what that has no name
 * for begins with {@code jsse.}. Times are in seconds.
 */
public final class OtelAttributes {
  private static final double NANOS_PER_SECOND = 1_000_000_000;

  private OtelAttributes() {}

  /** Takes attributes. */
  public interface Target {
    /**
     * @param value a text, a number or a truth; null, empty or a negative port if there is none
     */
    void put(String name, Object value);
  }

  /** Puts all that there are, those of the registry first. */
  public static void put(HandshakeRecord record, Target to) {
    boolean failed = record.result() == Result.FAILED;
    ProtocolName protocol = new ProtocolName(record.protocol());
    to.put("tls.established", !failed);
    to.put("tls.resumed", failed ? null : record.result() == Result.RESUMED);
    to.put("error.type", record.text(Field.FAILURE));
    to.put("error.message", record.text(Field.ERROR));
    to.put("tls.protocol.name", protocol.name());
    to.put("tls.protocol.version", protocol.version());
    to.put("tls.cipher", record.cipher());
    to.put("tls.next_protocol", record.text(Field.ALPN));
    putPeers(record, to);
    putOwn(record, to);
  }

  /** A server's own port is not known. */
  private static void putPeers(HandshakeRecord record, Target to) {
    String asked = record.text(Field.SNI);
    if (record.side() == Side.CLIENT) {
      to.put("server.address", asked == null ? record.peerHost() : asked);
      to.put("server.port", record.peerPort());
    } else {
      to.put("server.address", asked);
      to.put("client.address", record.peerHost());
      to.put("client.port", record.peerPort());
    }
  }

  private static void putOwn(HandshakeRecord record, Target to) {
    to.put("jsse.side", record.side().word());
    to.put("jsse.reason", record.text(Field.REASON));
    to.put("jsse.detail", record.text(Field.DETAIL));
    to.put("jsse.alert", record.text(Field.ALERT));
    to.put("jsse.session", record.text(Field.SESSION));
    to.put("jsse.session.age", record.value(Field.AGE));
    to.put("jsse.via", record.text(Field.VIA));
    to.put("jsse.control", record.text(Field.CONTROL));
    to.put("jsse.client.authenticated", record.value(Field.AUTHENTICATED));
    to.put("jsse.certificate.days", record.value(Field.CERTIFICATE));
    to.put("jsse.handshake.duration", seconds(record.tookNanos()));
    to.put("jsse.handshake.cpu", seconds(record.cpuNanos()));
    to.put("jsse.renegotiation", record.value(Field.RENEGOTIATION));
    to.put("jsse.similar", record.value(Field.SIMILAR));
  }

  private static Double seconds(long nanos) {
    return nanos < 0 ? null : nanos / NANOS_PER_SECOND;
  }
}
