package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;

/**
 * Destroys a server context's stateless ticket keys once no valid ticket can need them.
 *
 * <p>JSSE does so only when it creates the next key, which takes another handshake ({@code
 * SSLSessionContextImpl.cleanupStatelessKeys}).
 */
final class KeeperKeyCleanup {
  private static final MethodHandle CLEANUP = cleanup();

  private KeeperKeyCleanup() {}

  static void destroyDead(SSLSessionContextImpl context) {
    if (CLEANUP == null || !isTrustworthy(context.getSessionTimeout())) {
      return;
    }
    try {
      CLEANUP.invokeExact(context);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket keys", t);
    }
  }

  /**
   * With no timeout, or one beyond 24.8 days, JSSE's own {@code StatelessKey.isInvalid} considers a
   * key dead while its tickets are valid: calling it more often than JSSE does would then lose
   * sessions.
   */
  private static boolean isTrustworthy(int timeoutSeconds) {
    return KeeperTicketLifetime.isSetForKeys()
        || (timeoutSeconds > 0 && timeoutSeconds <= Integer.MAX_VALUE / 1000);
  }

  /** Null on a JDK without stateless tickets. */
  private static MethodHandle cleanup() {
    try {
      return KeeperPrivateLookup.in(SSLSessionContextImpl.class)
          .findVirtual(
              SSLSessionContextImpl.class,
              "cleanupStatelessKeys",
              MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
