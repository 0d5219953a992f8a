package io.jssekeeper.model;

/** Whether FTPS data connections resume their control connection's session. */
public enum Ftps {
  /** As in JSSE: they have another port, so they are full. */
  OFF,
  /** They do; a TLS 1.3 ticket may be offered again while its control connection is open. */
  ON,
  /** They do, as long as there are tickets that were not used. */
  STRICT
}
