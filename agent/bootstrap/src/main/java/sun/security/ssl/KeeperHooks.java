package sun.security.ssl;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * The static methods that woven code of session contexts and sessions calls: each one hands on to
 * the agent, and lets nothing out.
 *
 * <p>Without an agent they do nothing.
 */
public final class KeeperHooks {
  private KeeperHooks() {}

  /**
   * Exit of {@code SSLContextImpl.engineGetClientSessionContext()}: the first touch of a client's
   * context.
   */
  public static void clientContext(SSLSessionContext context) {
    touched(context, false);
  }

  /**
   * Exit of {@code SSLContextImpl.engineGetServerSessionContext()}: the first touch of a server's
   * context.
   */
  public static void serverContext(SSLSessionContext context) {
    touched(context, true);
  }

  private static void touched(SSLSessionContext context, boolean server) {
    KeeperCallbacks p = KeeperSwitchboard.port();
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
    KeeperCallbacks p = KeeperSwitchboard.port();
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
    KeeperCallbacks p = KeeperSwitchboard.port();
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
   * SSLSessionContextImpl.isTimedout(SSLSession)}, which is asked of what a cache has answered.
   *
   * <p>Our store answers with nothing whose time is over, by a clock that makes no steps; so for a
   * context that is adopted it is never too late. With {@code clock} unprotected JSSE goes by the
   * wall clock, and the store is told before JSSE invalidates the session.
   */
  public static long timeoutClock(SSLSessionContextImpl context, SSLSession session) {
    if (KeeperSwitchboard.port() == null) {
      return System.currentTimeMillis();
    }
    try {
      KeeperCacheById cache = KeeperCacheSwap.adopted(context);
      if (cache != null && KeeperProtection.CLOCK.isGuarded()) {
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
    if (KeeperSwitchboard.port() == null || !KeeperSwitchboard.isKeeping()) {
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
      KeeperClientHelloInProgress hello = KeeperClientHelloInProgress.mine();
      if (hello != null) {
        hello.found(found);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("look-up of a peer", t);
    }
  }

  /**
   * Exit of {@code SSLSessionContextImpl.put(SSLSessionImpl, boolean)}, in some JDKs {@code
   * put(SSLSessionImpl)}: looks on where nothing is kept.
   */
  public static void stored(SSLSessionContextImpl context, SSLSessionImpl session) {
    if (KeeperSwitchboard.port() == null || KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperObservedSessions.stored(context, session);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("session stored", t);
    }
  }

  /**
   * Exit of {@code SSLSessionImpl.addChild(SSLSessionImpl)}: the agent holds the kinship, weakly,
   * instead of JSSE.
   */
  public static void childBorn(SSLSessionImpl parent, SSLSessionImpl child) {
    KeeperCallbacks p = KeeperSwitchboard.port();
    if (p == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      p.childBorn(parent, child);
      KeeperCacheChildSessions.forget(parent, child);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("child session", t);
    }
  }

  /**
   * Instead of {@code SSLSessionContextImpl.remove(SessionId)} in {@code
   * SSLSessionImpl.invalidate()}, which drops all sessions of the peer, but only for a session that
   * it still finds: in TLS 1.2 another one may have taken its place in the store.
   */
  public static void leaves(SSLSessionContextImpl context, SessionId id, SSLSessionImpl session) {
    context.remove(id);
    if (KeeperSwitchboard.port() == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperCacheByPeer peers = KeeperCacheSwap.adoptedPeers(context);
      if (peers != null && !KeeperCacheMigration.isTicket(session)) {
        peers.left(session);
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a session", t);
    }
  }

  /**
   * Exit of {@code SSLSessionImpl.invalidate()}: what JSSE does for children, for all descendants.
   */
  public static void lineEnds(SSLSessionImpl session) {
    KeeperCallbacks p = KeeperSwitchboard.port();
    if (p == null) {
      return;
    }
    try {
      KeeperObservedSessions.ended(session);
      for (Object descendant : p.lineEnds(session)) {
        ((SSLSessionImpl) descendant).invalidate();
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a session", t);
    }
  }

  /**
   * Instead of {@code SSLSessionImpl.invalidate()} in {@code TransportContext.fatal(Alert, String,
   * boolean, Throwable)}: the agent says whether the session ends with the connection.
   */
  public static void endsWith(
      SSLSessionImpl session, TransportContext connection, boolean received, Throwable cause) {
    KeeperCallbacks p = KeeperSwitchboard.port();
    try {
      if (p != null
          && KeeperProtection.CLOSE.isGuarded()
          && KeeperCacheSwap.isOfAdopted(connection)
          && !p.endsSession(new KeeperConnectionFailure(connection, session, received, cause))) {
        KeeperProtection.CLOSE.prevented();
        return;
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a connection", t);
    }
    session.invalidate();
  }

  /**
   * Instead of {@code SSLSessionImpl.invalidate()} in {@code SSLSocketImpl.closeNotify(boolean)},
   * where the application's own SO_LINGER leaves no time to send {@code close_notify}: RFC 5246
   * 7.2.1 does not end the session for it.
   */
  public static void lingered(SSLSessionImpl session, SSLSocketImpl socket) {
    try {
      if (KeeperSwitchboard.port() != null
          && KeeperProtection.CLOSE.isGuarded()
          && KeeperCacheSwap.isOfAdopted(socket.conContext)) {
        KeeperProtection.CLOSE.prevented();
        return;
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a connection", t);
    }
    session.invalidate();
  }

  /** Entry of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketArrived(ConnectionContext context, ByteBuffer message) {
    if (KeeperSwitchboard.port() == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperTicketLifetimesReceived.arrived((HandshakeContext) context, message);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketConsumed() {
    if (KeeperSwitchboard.port() == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      KeeperTicketLifetimesReceived.consumed();
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code SSLSessionImpl.<init>(HandshakeContext, ByteBuffer)}. */
  public static void restored(SSLSessionImpl session, HandshakeContext handshake) {
    KeeperCallbacks p = KeeperSwitchboard.port();
    if (p == null) {
      return;
    }
    try {
      KeeperServerCandidate.restored(session, handshake, p);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("stateless ticket", t);
    }
  }

  /**
   * Instead of {@code invalidate()} in {@code ServerHello$T12ServerHelloConsumer.consume}: the
   * server has declined that session.
   */
  public static void declined(SSLSessionImpl session) {
    KeeperCacheBackend store = null;
    try {
      store =
          KeeperSwitchboard.port() == null
              ? null
              : KeeperClientOffer.store(session.getSessionContext());
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("declined", t);
    }
    session.invalidate();
    try {
      if (store != null && session.getPeerHost() != null) {
        store.declinedAndEnded(
            KeeperJdkFeatures.peerKey(session.getPeerHost(), session.getPeerPort()));
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("declined", t);
    }
  }
}
