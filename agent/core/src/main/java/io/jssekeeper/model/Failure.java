package io.jssekeeper.model;

import java.util.Locale;

/**
 * How a handshake failed, in one word: the closed list, in the order in which it is looked for, so
 * that an alert can tell an expired certificate from a port scan. The words are those of gRPC's
 * results of TLS handshakes (gRFC A118) where it has one. What each means is in docs/reasons.md.
 */
public enum Failure {
  /** The first thing that came was no TLS. */
  NOT_TLS,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_YET_VALID,
  CERTIFICATE_REVOKED,
  HOSTNAME_MISMATCH,
  /** A certificate was demanded, and none came. */
  CERTIFICATE_MISSING,
  /** The certificate was refused for another reason, or for one that the peer does not tell. */
  CERTIFICATE_UNTRUSTED,
  NO_COMMON_CIPHER,
  PROTOCOL_VERSION,
  /** ALPN. */
  NO_COMMON_APPLICATION_PROTOCOL,
  /** The server has no certificate for the name that the client asked for. */
  UNRECOGNIZED_NAME,
  /**
   * Both cannot agree otherwise, as on key exchange or signatures; or the peer does not tell on
   * what.
   */
  NO_COMMON_PARAMETERS,
  TIMEOUT,
  /** The peer closed the connection or reset it. */
  PEER_CLOSED,
  /** The application closed the connection, or dropped it. */
  CLOSED_HERE,
  /** A message that does not belong there, is malformed, or cannot be decrypted. */
  PROTOCOL_ERROR,
  /** One side failed by itself, as for want of memory. */
  INTERNAL_ERROR,
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word for it in logs, JMX, JFR and metrics. */
  public String word() {
    return word;
  }
}
