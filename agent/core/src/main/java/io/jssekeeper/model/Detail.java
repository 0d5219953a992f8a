package io.jssekeeper.model;

import java.util.Locale;

/**
 * What is known beyond the reason of a full handshake, or the likely cause of a failed one: the
 * closed list. What each means is in docs/reasons.md.
 */
public enum Detail {
  /** Another context of this JVM has the session, or sealed the ticket. */
  OTHER_CONTEXT,
  /** The peer has issued more unused tickets than are kept. */
  POOL_FULL,
  /** The peer has never issued more unused tickets than are kept. */
  FEW_GIVEN,
  /** The server has the session by its id, but looks at tickets only. */
  TICKETS_ONLY,
  /** The server declined the session on another connection, and JSSE ended it for that reason. */
  DECLINED_BEFORE,
  /** The ticket was sealed by a key that no shared secret yields. */
  OTHER_SECRET,
  /** The ticket was sealed by a JDK with another ticket format. */
  OTHER_JDK,
  /** The ticket was sealed for another certificate. */
  OTHER_CERTIFICATE,
  /** The ticket was sealed by a shared key that has expired. */
  EXPIRED_KEY,
  /** A certificate by which the session was verified has expired. */
  CERTIFICATE_EXPIRED,
  /** The address has FTPS control connections, but none is open and matches that connection. */
  NO_CONTROL_CONNECTION,
  /** The first bytes were HTTP without TLS. */
  PLAIN_HTTP,
  /** The first bytes were neither TLS nor HTTP. */
  NOT_TLS,
  /** The peer closed the connection during the handshake. */
  HUNG_UP,
  /** One side does not trust the other's certificate. */
  UNTRUSTED_CERTIFICATE;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word for it in logs, JMX and JFR. */
  public String word() {
    return word;
  }
}
