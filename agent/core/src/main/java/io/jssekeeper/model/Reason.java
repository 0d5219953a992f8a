package io.jssekeeper.model;

import java.util.Locale;

/** Why a handshake was full: the closed list. Which side can say which is in docs/reasons.md. */
public enum Reason {
  FIRST_CONTACT,
  NOT_OFFERED,
  UNKNOWN_SESSION,
  EXPIRED,
  EVICTED,
  COLLECTED,
  INVALIDATED,
  TICKETS_USED_UP,
  TICKET_UNDECRYPTABLE,
  NOT_RESUMABLE,
  CIPHER_MISMATCH,
  PROTOCOL_MISMATCH,
  IDENTITY_MISMATCH,
  SNI_MISMATCH,
  EMS_MISMATCH,
  CLIENT_AUTH,
  DECLINED,
  RESUMPTION_FAILED,
  CACHING_OFF,
  /** It cannot be told. */
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** Whether it need not be: the peers had met, and the session's time was not over. */
  public boolean isAvoidable() {
    return this != FIRST_CONTACT && this != NOT_OFFERED && this != EXPIRED;
  }

  /** The word for it in logs, JMX and metrics. */
  public String word() {
    return word;
  }
}
