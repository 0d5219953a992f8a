package io.jssekeeper.it.kept;

/** What becomes of a session when its connection ends. */
enum Fate {
  KEPT,
  ENDED,
  /** It is not offered before the peer was met in full. */
  SET_ASIDE,
  /** It was that of a TLS 1.3 ticket, which goes out once. */
  USED;

  @Override
  public String toString() {
    return name().toLowerCase().replace('_', ' ');
  }
}
