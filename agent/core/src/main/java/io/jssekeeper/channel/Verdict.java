package io.jssekeeper.channel;

/** What became of a question. The order of the constants is part of the protocol. */
public enum Verdict {
  /** Answered: the value follows. */
  DONE,
  /** The arguments cannot be done: why follows. */
  REFUSED,
  /** There is no such attribute or operation. */
  UNKNOWN,
  /** Something was thrown: what follows. */
  FAILED,
  /** The keeper is leaving this JVM. */
  GONE
}
