package io.jssekeeper.config;

import java.util.Locale;

/** What happens to a session when a certificate that verified it expires. */
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
