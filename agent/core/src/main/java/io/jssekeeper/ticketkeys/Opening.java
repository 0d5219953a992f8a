package io.jssekeeper.ticketkeys;

/** What a ticket's key number tells about the ticket. */
public enum Opening {
  /** A secret yields the key. */
  POSSIBLE,
  /** Sealed by a node whose JDK has another ticket format. */
  OTHER_JDK,
  /** Sealed for another certificate. */
  OTHER_CERTIFICATE,
  /** The key comes from a known secret, but has expired. */
  EXPIRED_KEY,
  /** No secret yields the key. */
  OTHER_SECRET
}
