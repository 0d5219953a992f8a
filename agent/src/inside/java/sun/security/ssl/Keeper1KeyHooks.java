package sun.security.ssl;

import javax.net.ssl.SSLSessionContext;

/**
 * The static methods that woven code of stateless tickets' keys calls: how long keys seal and open
 * tickets.
 *
 * <p>Without an agent, or with the protection concerned left out, they answer what JSSE would. Not
 * called on a JDK without stateless tickets, which lacks a class that is named here.
 */
public final class Keeper1KeyHooks {
  private Keeper1KeyHooks() {}

  /**
   * Instead of {@code System.currentTimeMillis()} in {@code StatelessKey.<init>}, which adds the
   * key period that JSSE has read from the system property: now, and what that period lacks.
   */
  public static long keyMade() {
    long now = System.currentTimeMillis();
    try {
      if (Keeper1Purge.SETTINGS.isGuarded()) {
        return now + Keeper1KeyPeriod.missingMillis();
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("key period", t);
    }
    return now;
  }

  /**
   * Instead of {@code SSLSessionContext.getSessionTimeout()} in {@code StatelessKey.isInvalid}: how
   * long the tickets live that the key has sealed. JSSE counts none without a timeout, and its
   * product with 1,000 overflows beyond 24.8 days.
   */
  public static int keyOutlives(SSLSessionContext context) {
    int timeout = context.getSessionTimeout();
    try {
      if (Keeper1Purge.SETTINGS.isGuarded()) {
        return Keeper1TicketLife.ofKeys(timeout);
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("key lifetime", t);
    }
    return timeout;
  }
}
