package io.jssekeeper.record;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Peer;
import io.jssekeeper.model.SessionHash;
import io.jssekeeper.model.Side;

/** What is read from a handshake before its result is known. Written by one thread. */
public final class HandshakeDraft {
  /** The end of a certificate that does not exist. */
  public static final long NO_CERTIFICATE = Long.MAX_VALUE;

  private final Side side;
  private Failure failure;
  private String alert;
  private String error;
  private Detail detail;
  private String protocol;
  private String cipher;
  private String peerHost;
  private int peerPort = -1;
  private String sni;
  private String alpn;
  private long session;
  private String via;
  private String control;
  private long ageMillis;
  private boolean renegotiation;
  private long cpuNanos = -1;
  private boolean authenticated;
  private long peerCertificateEnd = NO_CERTIFICATE;
  private long ownCertificateEnd = NO_CERTIFICATE;

  public HandshakeDraft(Side side) {
    this.side = side;
  }

  /** A number without meaning, computed from all over its memory. */
  int fetched() {
    return (int) ownCertificateEnd + (renegotiation ? 1 : 0) + (control == null ? 1 : 0) + peerPort;
  }

  Side side() {
    return side;
  }

  String protocol() {
    return protocol;
  }

  String cipher() {
    return cipher;
  }

  /** Null if not known. */
  String peerHost() {
    return peerHost;
  }

  /** -1 if not known. */
  int peerPort() {
    return peerPort;
  }

  /** The alert's name as in RFC 8446 section 6, and the error message; each may be null. */
  public HandshakeDraft failure(String alertName, String message) {
    alert = alertName;
    error = message;
    return this;
  }

  /** How it failed; shown only for a handshake that did. */
  public HandshakeDraft failure(Failure word) {
    failure = word;
    return this;
  }

  /** Null if it is not known. */
  Failure failure() {
    return failure;
  }

  /** Whether the client has presented a certificate, now or when its session was made. */
  public HandshakeDraft authenticated(boolean byCertificate) {
    authenticated = byCertificate;
    return this;
  }

  boolean isAuthenticated() {
    return authenticated;
  }

  /**
   * When the first of each side's certificates expires, in milliseconds since the epoch; {@link
   * #NO_CERTIFICATE} if it presented none.
   */
  public HandshakeDraft certificates(long peersEnd, long ownEnd) {
    peerCertificateEnd = peersEnd;
    ownCertificateEnd = ownEnd;
    return this;
  }

  long peerCertificateEnd() {
    return peerCertificateEnd;
  }

  long ownCertificateEnd() {
    return ownCertificateEnd;
  }

  /** What is known beyond that, or null. */
  public HandshakeDraft detail(Detail known) {
    detail = known;
    return this;
  }

  Detail detail() {
    return detail;
  }

  /** Puts an earlier error in front of the error text. */
  void failedAfter(String message) {
    error = error == null ? message : message + "; " + error;
  }

  /** What was negotiated, by JSSE's standard names; each null if nothing was. */
  public HandshakeDraft negotiated(String protocolName, String cipherSuite) {
    protocol = protocolName;
    cipher = cipherSuite;
    return this;
  }

  /**
   * @param host null if not known
   * @param port -1 if not known
   */
  public HandshakeDraft peer(String host, int port) {
    peerHost = host;
    peerPort = port;
    return this;
  }

  /** The server name and the application protocol; null or empty if there is none. */
  public HandshakeDraft extensions(String serverName, String applicationProtocol) {
    sni = serverName;
    alpn = applicationProtocol;
    return this;
  }

  /** The public hash of the session's id: {@link SessionHash#shownBytes}. */
  public HandshakeDraft session(long hash) {
    session = hash;
    return this;
  }

  /** How it was resumed ({@code ticket} or {@code id}), and the session's age in milliseconds. */
  public HandshakeDraft resumption(String how, long sessionAgeMillis) {
    via = how;
    ageMillis = sessionAgeMillis;
    return this;
  }

  /** The FTPS control connection it belongs to, as host and port; or null. */
  public HandshakeDraft control(String connection) {
    control = connection;
    return this;
  }

  /** Marks a handshake on a connection that had already had one. */
  public HandshakeDraft renegotiation(boolean isOne) {
    renegotiation = isOne;
    return this;
  }

  /** The CPU time of this JVM's threads, in nanoseconds; negative if unknown. */
  void cpu(long nanos) {
    cpuNanos = nanos;
  }

  long cpuNanos() {
    return cpuNanos;
  }

  /** As {@link HandshakeRecord#value}, for values read from the handshake. */
  Object value(Field field) {
    switch (field) {
      case DETAIL:
        return detail == null ? null : detail.word();
      case SIDE:
        return side.word();
      case AGE:
        return via == null ? null : Durations.seconds(ageMillis);
      case CPU:
        return cpuNanos < 0 ? null : Durations.millis(cpuNanos);
      case AUTHENTICATED:
        return authenticated ? Boolean.TRUE : null;
      case RENEGOTIATION:
        return renegotiation ? Boolean.TRUE : null;
      default:
        String text = text(field);
        return text == null || text.isEmpty() ? null : text;
    }
  }

  private String text(Field field) {
    switch (field) {
      case ALERT:
        return alert;
      case ERROR:
        return error;
      case PROTOCOL:
        return protocol;
      case CIPHER:
        return cipher;
      case PEER:
        return new Peer(peerHost, peerPort).toString();
      case SNI:
        return sni;
      case ALPN:
        return alpn;
      case SESSION:
        return SessionHash.text(session);
      case VIA:
        return via;
      case CONTROL:
        return control;
      default:
        return null;
    }
  }
}
