package sun.security.ssl;

/** Ways in which JSSE loses sessions that may still be resumed. */
public enum KeeperProtection {
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

  private volatile boolean guarded;

  /** Whether sessions are protected from it. */
  boolean isGuarded() {
    return guarded;
  }

  void guard(boolean newGuarded) {
    guarded = newGuarded;
  }

  /** Tells the agent that a session was kept that would be lost without it. */
  void prevented() {
    KeeperCallbacks port = KeeperSwitchboard.port();
    if (port != null) {
      port.prevented(this);
    }
  }
}
