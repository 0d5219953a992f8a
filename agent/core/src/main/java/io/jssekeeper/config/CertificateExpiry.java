package io.jssekeeper.config;

import java.util.Locale;

/** What the end of a peer's certificates means for the sessions that they verified. */
public enum CertificateExpiry {
  /** Nothing, as in JSSE: a session lasts for its timeout. */
  IGNORE,
  /** They end too. */
  END_SESSIONS;

  /** As options have it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
