package sun.security.ssl;

import javax.net.ssl.SSLSessionContext;

/**
 * The static methods that woven code of stateless ticket keys calls: how long keys seal and open
 * tickets.
 *
 * <p>Without an agent, or if the protection concerned is off, they answer what JSSE would. Not
 * called on a JDK without stateless tickets, which lacks a class named here.
 */
public final class KeeperKeyHooks {
  private KeeperKeyHooks() {}

  /**
   * Instead of {@code System.currentTimeMillis()} in {@code StatelessKey.<init>}, which adds the
   * key period that JSSE has read from the system property: now, plus what that period lacks.
   */
  public static long keyMade() {
    long now = keyClock();
    try {
      if (KeeperProtection.SETTINGS.isEnabled()) {
        return now + KeeperKeyPeriod.missingMillis();
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("key period", t);
    }
    return now;
  }

  /**
   * Instead of {@code System.currentTimeMillis()} in {@code StatelessKey.isExpired} and {@code
   * isInvalid}: a clock without steps.
   */
  public static long keyClock() {
    try {
      KeeperCallbacks p = KeeperSwitchboard.callbacks();
      if (p != null && KeeperProtection.CLOCK.isEnabled()) {
        return p.steadyMillis();
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("key clock", t);
    }
    return System.currentTimeMillis();
  }

  /**
   * Instead of {@code KeyState.getCurrentKey(HandshakeContext)} in {@code
   * SessionTicketSpec.encrypt}, which seals that session: the shared key, or JSSE's own.
   */
  public static SessionTicketExtension.StatelessKey sealingKey(
      HandshakeContext handshake, SSLSessionImpl session) {
    try {
      KeeperCallbacks p = KeeperSwitchboard.callbacks();
      if (p != null && KeeperSharing.isOn()) {
        SessionTicketExtension.StatelessKey shared =
            KeeperSharedKeys.sealing(p, handshake, session);
        if (shared != null) {
          return shared;
        }
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("shared key to seal with", t);
    }
    return KeeperOwnKey.of(handshake);
  }

  /**
   * Entry of {@code KeyState.getKey(HandshakeContext, int)}: a ticket needs the key with that
   * number.
   */
  public static void keySought(HandshakeContext handshake, int number) {
    try {
      KeeperCallbacks p = KeeperSwitchboard.callbacks();
      if (p != null && KeeperSharing.isOn()) {
        KeeperSharedKeys.seek(p, handshake, number);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("shared key to open with", t);
    }
  }

  /** Exit of {@code StatelessKey.<init>(HandshakeContext, int)}. */
  public static void keyNumbered(HandshakeContext handshake, int number) {
    if (KeeperSwitchboard.callbacks() == null) {
      return;
    }
    try {
      KeeperKeyIds.made(handshake.sslContext.engineGetServerSessionContext(), number);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket key's number", t);
    }
  }

  /** Exit of {@code KeyState.getKey(HandshakeContext, int)}: the key that may open a ticket. */
  public static void keyFound(
      SessionTicketExtension.StatelessKey key, HandshakeContext handshake, int number) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      SSLSessionContext context = handshake.sslContext.engineGetServerSessionContext();
      if (key != null && KeeperSharing.isOn() && KeeperSharedKeys.isShared(key)) {
        return; // JSSE would not have lost this key
      }
      if (key != null) {
        long made = key.timeout - KeeperKeyPeriod.millis();
        p.keyHolds(made, key.timeout, context.getSessionTimeout());
      } else if (KeeperKeyIds.hasMade(context, number)) {
        p.refused(handshake, KeeperNotResumedCause.EXPIRED);
      } else if (KeeperKeyIds.hasAnotherMade(number)) {
        p.refused(handshake, KeeperNotResumedCause.SEALED_ELSEWHERE);
      } else if (KeeperSharing.isOn()) {
        p.refused(handshake, p.unopened(new KeeperKeyContext(handshake), number));
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket key", t);
    }
  }

  /**
   * Instead of {@code SSLSessionContext.getSessionTimeout()} in {@code StatelessKey.isInvalid}: how
   * long the tickets sealed by the key live. JSSE assumes no lifetime without a timeout, and its
   * product with 1,000 overflows beyond 24.8 days.
   */
  public static int keyOutlives(SSLSessionContext context) {
    int timeout = context.getSessionTimeout();
    try {
      if (KeeperSwitchboard.callbacks() != null && KeeperProtection.SETTINGS.isEnabled()) {
        return KeeperTicketLifetime.ofKeys(timeout);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("key lifetime", t);
    }
    return timeout;
  }
}
