package io.jssekeeper.model;

/** Whether FTPS data connections resume their control connection's session. */
public enum Ftps {
  /** They do not, as in JSSE: they use another port, so their handshakes are full. */
  OFF,
  /** They do; a TLS 1.3 ticket may be offered again while its control connection is open. */
  ON,
  /** They do, as long as there are unused tickets. */
  STRICT
}
