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
public final class Keeper1Hooks {
  private Keeper1Hooks() {}

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
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null || !Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      if (context instanceof SSLSessionContextImpl) {
        Keeper1Exchange.adopt((SSLSessionContextImpl) context, server, p);
      }
    } catch (LinkageError e) {
      Keeper1Switchboard.keepNothing();
      Keeper1Switchboard.swallow("exchange of the session caches", e);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("exchange of the session caches", t);
    }
  }

  /** Exit of {@code SSLContextImpl.<init>()}. */
  public static void contextMade() {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      p.contextMade();
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("context made", t);
    }
  }

  /**
   * Exit of {@code SSLSessionContextImpl.setSessionTimeout(int)} and {@code
   * setSessionCacheSize(int)}.
   */
  public static void settingsChanged(SSLSessionContextImpl context) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null || !Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      Keeper1IdCache cache = Keeper1Exchange.adopted(context);
      if (cache != null) {
        p.settingsChanged(new Keeper1Settings(context), cache.server);
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("settings", t);
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
    if (Keeper1Switchboard.port() == null) {
      return System.currentTimeMillis();
    }
    try {
      Keeper1IdCache cache = Keeper1Exchange.adopted(context);
      if (cache != null && Keeper1Purge.CLOCK.isGuarded()) {
        return Long.MIN_VALUE;
      }
      if (cache != null && Keeper1Jdk.isTimedOut(session, context)) {
        cache.store.expire(((SSLSessionImpl) session).getSessionId());
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("timeout", t);
    }
    return System.currentTimeMillis();
  }

  /** Exit of {@code SSLSessionContextImpl.get(byte[])}: a server's look-up. */
  public static void lookedUp(SSLSessionImpl found, SSLSessionContextImpl context) {
    if (Keeper1Switchboard.port() == null || !Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      Keeper1IdCache cache = Keeper1Exchange.adopted(context);
      if (cache != null) {
        cache.store.lookedUp(found != null);
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("look-up", t);
    }
  }

  /** Exit of {@code SSLSessionContextImpl.get(String, int)}: a client's look-up. */
  public static void peerLookedUp(SSLSessionImpl found, SSLSessionContextImpl context) {
    lookedUp(found, context);
    if (found == null) {
      return;
    }
    try {
      Keeper1ClientHello hello = Keeper1ClientHello.mine();
      if (hello != null) {
        hello.found(found);
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("look-up of a peer", t);
    }
  }

  /**
   * Exit of {@code SSLSessionContextImpl.put(SSLSessionImpl, boolean)}, in some JDKs {@code
   * put(SSLSessionImpl)}: looks on where nothing is kept.
   */
  public static void stored(SSLSessionContextImpl context, SSLSessionImpl session) {
    if (Keeper1Switchboard.port() == null || Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      Keeper1Watched.stored(context, session);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("session stored", t);
    }
  }

  /**
   * Exit of {@code SSLSessionImpl.addChild(SSLSessionImpl)}: the agent holds the kinship, weakly,
   * instead of JSSE.
   */
  public static void childBorn(SSLSessionImpl parent, SSLSessionImpl child) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null || !Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      p.childBorn(parent, child);
      Keeper1Children.forget(parent, child);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("child session", t);
    }
  }

  /**
   * Instead of {@code SSLSessionContextImpl.remove(SessionId)} in {@code
   * SSLSessionImpl.invalidate()}, which drops all sessions of the peer, but only for a session that
   * it still finds: in TLS 1.2 another one may have taken its place in the store.
   */
  public static void leaves(SSLSessionContextImpl context, SessionId id, SSLSessionImpl session) {
    context.remove(id);
    if (Keeper1Switchboard.port() == null || !Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      Keeper1PeerCache peers = Keeper1Exchange.adoptedPeers(context);
      if (peers != null && !Keeper1Move.isTicket(session)) {
        peers.left(session);
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("end of a session", t);
    }
  }

  /**
   * Exit of {@code SSLSessionImpl.invalidate()}: what JSSE does for children, for all descendants.
   */
  public static void lineEnds(SSLSessionImpl session) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      Keeper1Watched.ended(session);
      for (Object descendant : p.lineEnds(session)) {
        ((SSLSessionImpl) descendant).invalidate();
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("end of a session", t);
    }
  }

  /**
   * Instead of {@code SSLSessionImpl.invalidate()} in {@code TransportContext.fatal(Alert, String,
   * boolean, Throwable)}: the agent says whether the session ends with the connection.
   */
  public static void endsWith(
      SSLSessionImpl session, TransportContext connection, boolean received, Throwable cause) {
    Keeper1Port p = Keeper1Switchboard.port();
    try {
      if (p != null
          && Keeper1Purge.CLOSE.isGuarded()
          && Keeper1Exchange.isOfAdopted(connection)
          && !p.endsSession(new Keeper1End(connection, session, received, cause))) {
        Keeper1Purge.CLOSE.prevented();
        return;
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("end of a connection", t);
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
      if (Keeper1Switchboard.port() != null
          && Keeper1Purge.CLOSE.isGuarded()
          && Keeper1Exchange.isOfAdopted(socket.conContext)) {
        Keeper1Purge.CLOSE.prevented();
        return;
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("end of a connection", t);
    }
    session.invalidate();
  }

  /** Entry of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketArrived(ConnectionContext context, ByteBuffer message) {
    if (Keeper1Switchboard.port() == null || !Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      Keeper1Lifetimes.arrived((HandshakeContext) context, message);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketConsumed() {
    if (Keeper1Switchboard.port() == null || !Keeper1Switchboard.isKeeping()) {
      return;
    }
    try {
      Keeper1Lifetimes.consumed();
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code SSLSessionImpl.<init>(HandshakeContext, ByteBuffer)}. */
  public static void restored(SSLSessionImpl session, HandshakeContext handshake) {
    Keeper1Port p = Keeper1Switchboard.port();
    if (p == null) {
      return;
    }
    try {
      Keeper1Found.restored(session, handshake, p);
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("stateless ticket", t);
    }
  }

  /**
   * Instead of {@code invalidate()} in {@code ServerHello$T12ServerHelloConsumer.consume}: the
   * server has declined that session.
   */
  public static void declined(SSLSessionImpl session) {
    Keeper1Store store = null;
    try {
      store =
          Keeper1Switchboard.port() == null
              ? null
              : Keeper1Offers.store(session.getSessionContext());
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("declined", t);
    }
    session.invalidate();
    try {
      if (store != null && session.getPeerHost() != null) {
        store.declinedAndEnded(Keeper1Jdk.peerKey(session.getPeerHost(), session.getPeerPort()));
      }
    } catch (Throwable t) {
      Keeper1Switchboard.swallow("declined", t);
    }
  }
}
