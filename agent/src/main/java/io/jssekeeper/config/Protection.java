package io.jssekeeper.config;

/** What sessions are protected from. */
public enum Protection {
  /** The garbage collector clearing them under memory pressure. */
  GC,
  /** A step of the wall clock. */
  CLOCK,
  /** A change of timeout or capacity. */
  SETTINGS,
  /** A peer closing without {@code close_notify}. */
  CLOSE,
  /** Connections to the same peer using up each other's TLS 1.3 tickets. */
  TICKETS
}
