package io.jssekeeper.config;

import java.util.Locale;

/** What happens to a session when a certificate that verified it expires. */
public enum CertificateExpiry {
  /** Nothing, as in JSSE: a session lasts for its timeout. */
  IGNORE,
  /** The session ends too. */
  END_SESSIONS;

  /** The word used in options. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
