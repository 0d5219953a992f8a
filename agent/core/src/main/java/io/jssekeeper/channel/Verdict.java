package io.jssekeeper.channel;

/** The outcome of a question. The order of the constants is part of the protocol. */
public enum Verdict {
  /** Answered: the value follows. */
  DONE,
  /** The arguments are invalid: the reason follows. */
  REFUSED,
  /** There is no such attribute or operation. */
  UNKNOWN,
  /** An exception was thrown: it follows. */
  FAILED,
  /** The keeper is detaching from this JVM. */
  GONE
}
