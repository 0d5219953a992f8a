package io.jssekeeper.jmx;

import io.jssekeeper.record.HandshakeRecord;
import java.util.Map;

/** One recent handshake, as JMX shows it; what is absent is empty or -1. Immutable. */
public final class HandshakeRow {
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final long number;
  private final HandshakeRecord record;
  private final Map<String, String> fields;

  /**
   * @param number counts all handshakes of this JVM, from 1 on
   */
  public HandshakeRow(long number, HandshakeRecord record) {
    this.number = number;
    this.record = record;
    this.fields = record.fields();
  }

  public long getNumber() {
    return number;
  }

  /** When it was over: milliseconds since the epoch. */
  public long getTimeMillis() {
    return record.timeMillis();
  }

  /** In milliseconds; -1 if its beginning was not seen. */
  public double getTookMillis() {
    return record.tookNanos() < 0 ? -1 : record.tookNanos() / NANOS_PER_MILLI;
  }

  public String getHandshake() {
    return field("handshake");
  }

  public String getReason() {
    return field("reason");
  }

  public String getAlert() {
    return field("alert");
  }

  public String getError() {
    return field("error");
  }

  /** What is known beyond the reason, or the likely cause of a failure. */
  public String getDetail() {
    return field("detail");
  }

  public String getSide() {
    return field("side");
  }

  public String getProtocol() {
    return field("protocol");
  }

  public String getCipher() {
    return field("cipher");
  }

  public String getPeer() {
    return field("peer");
  }

  public String getSni() {
    return field("sni");
  }

  public String getAlpn() {
    return field("alpn");
  }

  /** The session's public hash. */
  public String getSession() {
    return field("session");
  }

  public String getVia() {
    return field("via");
  }

  /** As the text record has it: {@code 12s}. */
  public String getAge() {
    return field("age");
  }

  public boolean isRenegotiation() {
    return !field("renegotiation").isEmpty();
  }

  private String field(String name) {
    return fields.getOrDefault(name, "");
  }
}
