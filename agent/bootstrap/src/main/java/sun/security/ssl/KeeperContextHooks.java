package sun.security.ssl;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * The static methods that woven code of session contexts calls. Each delegates to the agent and
 * never throws.
 *
 * <p>Without an agent they do nothing.
 */
public final class KeeperContextHooks {
  private KeeperContextHooks() {}

  /**
   * Exit of {@code SSLContextImpl.engineGetClientSessionContext()}: the first use of a client's
   * context.
   */
  public static void clientContext(SSLSessionContext context) {
    touched(context, false);
  }

  /**
   * Exit of {@code SSLContextImpl.engineGetServerSessionContext()}: the first use of a server's
   * context.
   */
  public static void serverContext(SSLSessionContext context) {
    touched(context, true);
  }

  private static void touched(SSLSessionContext context, boolean server) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      if (context instanceof SSLSessionContextImpl) {
        KeeperCacheSwap.adopt((SSLSessionContextImpl) context, server, p);
      }
    } catch (LinkageError e) {
      KeeperSwitchboard.keepNothing();
      KeeperSwitchboard.swallow("exchange of the session caches", e);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("exchange of the session caches", t);
    }
  }

  /** Exit of {@code SSLContextImpl.<init>()}. */
  public static void contextMade() {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      p.contextMade();
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("context made", t);
    }
  }

  /**
   * Exit of {@code SSLSessionContextImpl.setSessionTimeout(int)} and {@code
   * setSessionCacheSize(int)}.
   */
  public static void settingsChanged(SSLSessionContextImpl context) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperCacheById cache = KeeperCacheSwap.adopted(context);
      if (cache != null) {
        p.settingsChanged(new KeeperContextSettings(context), cache.server);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("settings", t);
    }
  }

  /**
   * Instead of {@code System.currentTimeMillis()} in {@code
   * SSLSessionContextImpl.isTimedout(SSLSession)}, which checks what a cache has returned.
   *
   * <p>Our store returns no expired session, by a clock without steps, so in an adopted context
   * nothing is ever too late. With {@code clock} unprotected JSSE uses the wall clock, and the
   * store is told before JSSE invalidates the session.
   */
  public static long timeoutClock(SSLSessionContextImpl context, SSLSession session) {
    if (KeeperSwitchboard.callbacks() == null) {
      return System.currentTimeMillis();
    }
    try {
      KeeperCacheById cache = KeeperCacheSwap.adopted(context);
      if (cache != null && KeeperProtection.CLOCK.isEnabled()) {
        return Long.MIN_VALUE;
      }
      if (cache != null && KeeperJdkFeatures.isTimedOut(session, context)) {
        cache.store.expire(((SSLSessionImpl) session).getSessionId());
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("timeout", t);
    }
    return System.currentTimeMillis();
  }

  /** Exit of {@code SSLSessionContextImpl.get(byte[])}: a server's look-up. */
  public static void lookedUp(SSLSessionImpl found, SSLSessionContextImpl context) {
    if (KeeperSwitchboard.callbacks() == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperCacheById cache = KeeperCacheSwap.adopted(context);
      if (cache != null) {
        cache.store.lookedUp(found != null);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("look-up", t);
    }
  }

  /** Exit of {@code SSLSessionContextImpl.get(String, int)}: a client's look-up. */
  public static void peerLookedUp(SSLSessionImpl found, SSLSessionContextImpl context) {
    lookedUp(found, context);
    if (found == null) {
      return;
    }
    try {
      KeeperClientHelloInProgress hello = KeeperClientHelloInProgress.current();
      if (hello != null) {
        hello.found(found);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("look-up of a peer", t);
    }
  }

  /**
   * Exit of {@code SSLSessionContextImpl.put(SSLSessionImpl, boolean)}, in some JDKs {@code
   * put(SSLSessionImpl)}: observes contexts that are not adopted.
   */
  public static void stored(SSLSessionContextImpl context, SSLSessionImpl session) {
    if (KeeperSwitchboard.callbacks() == null || KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperObservedSessions.stored(context, session);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("session stored", t);
    }
  }
}
