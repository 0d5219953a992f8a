package sun.security.ssl;

/** How long a ticket may be used, in seconds. */
public final class KeeperTicketLifetime {
  /** Seven days: RFC 8446 section 4.6.1. JSSE applies it to TLS 1.2 tickets too. */
  public static final int MAX_SECONDS = 7 * 24 * 3600;

  private static volatile boolean setForKeys;

  private KeeperTicketLifetime() {}

  /**
   * @param timeoutSeconds a session timeout; 0 is no limit
   */
  static int ofTimeout(int timeoutSeconds) {
    return timeoutSeconds == 0 ? MAX_SECONDS : Math.min(timeoutSeconds, MAX_SECONDS);
  }

  /** How long keys are kept after the end of their period, for the tickets they have sealed. */
  static int ofKeys(int timeoutSeconds) {
    setForKeys = true;
    return ofTimeout(timeoutSeconds);
  }

  /** Whether JSSE considers a key invalid only when no valid ticket can need it. */
  static boolean isSetForKeys() {
    return setForKeys && KeeperProtection.SETTINGS.isEnabled();
  }
}
