package io.jssekeeper.ticketkeys;

/** What is known of a ticket by its key's number. */
public enum Opening {
  /** A secret gives the key. */
  POSSIBLE,
  /** It was sealed by a node whose JDK has another ticket format. */
  OTHER_JDK,
  /** It was sealed for another certificate. */
  OTHER_CERTIFICATE,
  /** Its key was one of a secret's, whose time is over. */
  EXPIRED_KEY,
  /** No secret gives such a key. */
  OTHER_SECRET
}
