package io.jssekeeper.model;

import java.util.Locale;

/** Ways in which JSSE loses sessions that could still be resumed; each can be prevented. */
public enum Protection {
  /** The garbage collector clears them under memory pressure. */
  GC,
  /** The wall clock makes a step. */
  CLOCK,
  /** Timeout or capacity change. */
  SETTINGS,
  /** A connection ends for reasons of its transport. */
  CLOSE,
  /** Connections to the same peer displace or waste each other's TLS 1.3 tickets. */
  TICKETS;

  private final String word = name().toLowerCase(Locale.ROOT);

  /** The word used by options, JMX and metrics. */
  public String word() {
    return word;
  }
}
