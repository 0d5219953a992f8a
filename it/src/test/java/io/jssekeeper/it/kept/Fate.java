package io.jssekeeper.it.kept;

/** What becomes of a session when its connection ends. */
enum Fate {
  KEPT,
  ENDED,
  /** It is not offered until the next full handshake with the peer. */
  SET_ASIDE,
  /** It belonged to a TLS 1.3 ticket, which is sent once. */
  USED;

  @Override
  public String toString() {
    return name().toLowerCase().replace('_', ' ');
  }
}
