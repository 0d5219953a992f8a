package sun.security.ssl;

/** Ways in which JSSE loses sessions that could still be resumed. */
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

  private volatile boolean enabled;

  /** Whether sessions are protected from it. */
  boolean isEnabled() {
    return enabled;
  }

  void enable(boolean newEnabled) {
    enabled = newEnabled;
  }

  /** Tells the agent that a session was kept that would be lost without it. */
  void prevented() {
    KeeperCallbacks callbacks = KeeperSwitchboard.callbacks();
    if (callbacks != null) {
      callbacks.prevented(this);
    }
  }
}
