package io.jssekeeper.model;

import java.util.Locale;

/**
 * How a handshake failed, in one word: the closed list, in the order in which it is checked, so
 * that an alert rule can distinguish an expired certificate from a port scan. The words are those
 * of gRPC's TLS handshake results (gRFC A118) where it has one. docs/reasons.md explains each.
 */
public enum Failure {
  /** The first bytes were not TLS. */
  NOT_TLS,
  CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_YET_VALID,
  CERTIFICATE_REVOKED,
  HOSTNAME_MISMATCH,
  /** A certificate was required, and none was presented. */
  CERTIFICATE_MISSING,
  /** The certificate was rejected for another reason, or for one that the peer does not reveal. */
  CERTIFICATE_UNTRUSTED,
  NO_COMMON_CIPHER,
  PROTOCOL_VERSION,
  /** ALPN. */
  NO_COMMON_APPLICATION_PROTOCOL,
  /** The server has no certificate for the requested name. */
  UNRECOGNIZED_NAME,
  /**
   * The two sides cannot agree otherwise, for instance on key exchange or signatures; or the peer
   * does not reveal on what.
   */
  NO_COMMON_PARAMETERS,
  TIMEOUT,
  /** The peer closed or reset the connection. */
  PEER_CLOSED,
  /** The application closed the connection, or dropped it. */
  CLOSED_HERE,
  /** A message was unexpected, malformed, or could not be decrypted. */
  PROTOCOL_ERROR,
  /** One side failed internally, for instance for lack of memory. */
  INTERNAL_ERROR,
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word for it in logs, JMX, JFR and metrics. */
  public String word() {
    return word;
  }
}
