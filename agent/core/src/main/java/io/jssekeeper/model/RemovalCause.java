package io.jssekeeper.model;

import java.util.Locale;

/** Why a session left a store. */
public enum RemovalCause {
  /** It expired. */
  EXPIRED,
  /** The capacity was reached, or a peer had more tickets than are kept per peer. */
  EVICTED,
  /** The garbage collector took it while it was softly held. */
  COLLECTED,
  /** {@code SSLSession.invalidate()} by the application, an alert or a rule of JSSE. */
  INVALIDATED,
  /** A single-use session (TLS 1.3 ticket) taken to be used. */
  PULLED,
  /** Another session took its id, or its place as its peer's one reusable session. */
  REPLACED;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word for it in logs, JMX and metrics. */
  public String word() {
    return word;
  }
}
