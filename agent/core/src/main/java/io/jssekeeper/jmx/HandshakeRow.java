package io.jssekeeper.jmx;

import io.jssekeeper.record.Field;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Logfmt;

/** One recent handshake, as JMX shows it; absent values are empty or -1. Immutable. */
public final class HandshakeRow {
  private static final double NANOS_PER_MILLI = 1_000_000;

  private final long number;
  private final HandshakeRecord record;

  /**
   * @param number consecutive over all handshakes of this JVM, from 1 on
   */
  public HandshakeRow(long number, HandshakeRecord record) {
    this.number = number;
    this.record = record;
  }

  public long getNumber() {
    return number;
  }

  /** When it ended: milliseconds since the epoch. */
  public long getTimeMillis() {
    return record.timeMillis();
  }

  /** In milliseconds; -1 if its beginning was not seen. */
  public double getTookMillis() {
    return record.tookNanos() < 0 ? -1 : record.tookNanos() / NANOS_PER_MILLI;
  }

  public String getHandshake() {
    return text(Field.HANDSHAKE);
  }

  public String getReason() {
    return text(Field.REASON);
  }

  /** How it failed, in one word. */
  public String getFailure() {
    return text(Field.FAILURE);
  }

  public String getAlert() {
    return text(Field.ALERT);
  }

  public String getError() {
    return text(Field.ERROR);
  }

  /** What is known beyond the reason, or the likely cause of a failure. */
  public String getDetail() {
    return text(Field.DETAIL);
  }

  public String getSide() {
    return text(Field.SIDE);
  }

  public String getProtocol() {
    return text(Field.PROTOCOL);
  }

  public String getCipher() {
    return text(Field.CIPHER);
  }

  public String getPeer() {
    return text(Field.PEER);
  }

  public String getSni() {
    return text(Field.SNI);
  }

  public String getAlpn() {
    return text(Field.ALPN);
  }

  /** The session's public hash. */
  public String getSession() {
    return text(Field.SESSION);
  }

  public String getVia() {
    return text(Field.VIA);
  }

  /** The control connection that an FTPS data connection belongs to, as host and port. */
  public String getControl() {
    return text(Field.CONTROL);
  }

  /** As in the text record: {@code 12s}. */
  public String getAge() {
    return text(Field.AGE);
  }

  /** Whether the client has presented a certificate, as known to its server. */
  public boolean isAuthenticated() {
    return record.isAuthenticated();
  }

  public boolean isRenegotiation() {
    return record.value(Field.RENEGOTIATION) != null;
  }

  private String text(Field field) {
    return Logfmt.text(record, field);
  }
}
