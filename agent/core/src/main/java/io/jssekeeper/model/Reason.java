package io.jssekeeper.model;

import java.util.Locale;

/** Why a handshake was full: the closed list. docs/reasons.md says which side can report which. */
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
  /** Unknown. */
  UNKNOWN;

  private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /**
   * Whether the full handshake was avoidable: the peers had met, and the session had not expired.
   */
  public boolean isAvoidable() {
    return this != FIRST_CONTACT && this != NOT_OFFERED && this != EXPIRED;
  }

  /** The word for it in logs, JMX and metrics. */
  public String word() {
    return word;
  }
}
