package sun.security.ssl;

import java.nio.ByteBuffer;
import javax.net.ssl.SSLSessionContext;

/**
 * The static methods that woven code calls: each one hands on to the agent, and lets nothing out.
 *
 * <p>Without an agent ({@link #disconnect}) they do nothing.
 */
public final class Keeper1Hooks {
  private static volatile Keeper1Port port;
  private static volatile Keeper1Failures failures;
  private static volatile boolean keeping;
  private static volatile boolean ignoringWallClock;

  private Keeper1Hooks() {}

  /**
   * @param keepSessions whether session contexts are adopted, or only handshakes reported
   * @param ignoreWallClock whether what our store answers is not measured by the wall clock too
   */
  public static void connect(
      Keeper1Port agent,
      Keeper1Failures failureCount,
      boolean keepSessions,
      boolean ignoreWallClock) {
    failures = failureCount;
    port = agent;
    keeping = keepSessions;
    ignoringWallClock = keepSessions && ignoreWallClock;
  }

  public static void disconnect() {
    ignoringWallClock = false;
    keeping = false;
    port = null;
    failures = null;
  }

  /** Whether there is an agent already. */
  public static boolean isConnected() {
    return port != null;
  }

  static boolean isKeeping() {
    return keeping;
  }

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
    Keeper1Port p = port;
    if (p == null || !keeping) {
      return;
    }
    try {
      if (context instanceof SSLSessionContextImpl) {
        Keeper1Exchange.adopt((SSLSessionContextImpl) context, server, p);
      }
    } catch (LinkageError e) {
      keeping = false;
      swallow("exchange of the session caches", e);
    } catch (Throwable t) {
      swallow("exchange of the session caches", t);
    }
  }

  /** Exit of {@code SSLContextImpl.<init>()}. */
  public static void contextMade() {
    Keeper1Port p = port;
    if (p == null) {
      return;
    }
    try {
      p.contextMade();
    } catch (Throwable t) {
      swallow("context made", t);
    }
  }

  /**
   * Exit of {@code SSLSessionContextImpl.setSessionTimeout(int)} and {@code
   * setSessionCacheSize(int)}.
   */
  public static void settingsChanged(SSLSessionContextImpl context) {
    Keeper1Port p = port;
    if (p == null || !keeping) {
      return;
    }
    try {
      Keeper1IdCache cache = Keeper1Exchange.adopted(context);
      if (cache != null) {
        p.settingsChanged(new Keeper1Settings(context), cache.server);
      }
    } catch (Throwable t) {
      swallow("settings", t);
    }
  }

  /**
   * Instead of {@code System.currentTimeMillis()} in {@code
   * SSLSessionContextImpl.isTimedout(SSLSession)}, which is asked of what a cache has answered.
   *
   * <p>Our store answers with nothing whose time is over, by a clock that makes no steps; so for a
   * context that is adopted it is never too late.
   */
  public static long timeoutClock(SSLSessionContextImpl context) {
    try {
      if (ignoringWallClock && Keeper1Exchange.adopted(context) != null) {
        return Long.MIN_VALUE;
      }
    } catch (Throwable t) {
      swallow("timeout", t);
    }
    return System.currentTimeMillis();
  }

  /** Exit of {@code SSLSessionContextImpl.get(byte[])} and {@code get(String, int)}. */
  public static void lookedUp(SSLSessionImpl found, SSLSessionContextImpl context) {
    if (!keeping) {
      return;
    }
    try {
      Keeper1IdCache cache = Keeper1Exchange.adopted(context);
      if (cache != null) {
        cache.store.lookedUp(found != null);
      }
    } catch (Throwable t) {
      swallow("look-up", t);
    }
  }

  /**
   * Exit of {@code SSLSessionImpl.addChild(SSLSessionImpl)}: the agent holds the kinship, weakly,
   * instead of JSSE.
   */
  public static void childBorn(SSLSessionImpl parent, SSLSessionImpl child) {
    Keeper1Port p = port;
    if (p == null || !keeping) {
      return;
    }
    try {
      p.childBorn(parent, child);
      Keeper1Children.forget(parent, child);
    } catch (Throwable t) {
      swallow("child session", t);
    }
  }

  /**
   * Exit of {@code SSLSessionImpl.invalidate()}: what JSSE does for children, for all descendants.
   */
  public static void lineEnds(SSLSessionImpl session) {
    Keeper1Port p = port;
    if (p == null) {
      return;
    }
    try {
      for (Object descendant : p.lineEnds(session)) {
        ((SSLSessionImpl) descendant).invalidate();
      }
    } catch (Throwable t) {
      swallow("end of a session", t);
    }
  }

  /** Entry of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketArrived(ConnectionContext context, ByteBuffer message) {
    if (!keeping) {
      return;
    }
    try {
      Keeper1Lifetimes.arrived((HandshakeContext) context, message);
    } catch (Throwable t) {
      swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code NewSessionTicket$*NewSessionTicketConsumer.consume}. */
  public static void ticketConsumed() {
    if (!keeping) {
      return;
    }
    try {
      Keeper1Lifetimes.consumed();
    } catch (Throwable t) {
      swallow("ticket lifetime", t);
    }
  }

  /** Exit of {@code SSLSessionImpl.<init>(HandshakeContext, ByteBuffer)}. */
  public static void restored(SSLSessionImpl session, HandshakeContext handshake) {
    Keeper1Port p = port;
    if (p == null || !keeping) {
      return;
    }
    try {
      int timeout = handshake.sslContext.engineGetServerSessionContext().getSessionTimeout();
      if (p.isTooOld(handshake, new Keeper1Session(session), timeout)) {
        session.invalidate();
      }
    } catch (Throwable t) {
      swallow("stateless ticket", t);
    }
  }

  /** Exit of {@code HandshakeContext.<init>(SSLContextImpl, TransportContext)}. */
  public static void began(HandshakeContext handshake) {
    Keeper1Port p = port;
    if (p == null) {
      return;
    }
    try {
      p.began(handshake);
    } catch (Throwable t) {
      swallow("began", t);
    }
  }

  /** Exit of {@code ClientHello$ClientHelloKickstartProducer.produce(ConnectionContext)}. */
  public static void clientHelloProduced(ConnectionContext context) {
    Keeper1Port p = port;
    if (p == null) {
      return;
    }
    try {
      boolean taken = Keeper1Taken.settle();
      p.offering(context, Keeper1Offers.of((ClientHandshakeContext) context, taken));
    } catch (Throwable t) {
      swallow("ClientHello produced", t);
    }
  }

  /**
   * Entry of {@code ClientHello$T12ClientHelloConsumer.consume} and {@code
   * $T13ClientHelloConsumer.consume}.
   */
  public static void clientHelloConsumed(
      ConnectionContext context, SSLHandshake.HandshakeMessage message) {
    Keeper1Port p = port;
    if (p == null) {
      return;
    }
    try {
      p.offered(
          context,
          Keeper1Offers.of(
              (ServerHandshakeContext) context, (ClientHello.ClientHelloMessage) message));
    } catch (Throwable t) {
      swallow("ClientHello consumed", t);
    }
  }

  /** Entry of {@code TransportContext.finishHandshake()}. */
  public static void completed(TransportContext connection) {
    Keeper1Port p = port;
    if (p == null) {
      return;
    }
    try {
      HandshakeContext handshake = connection.handshakeContext;
      if (handshake != null && !(handshake instanceof PostHandshakeContext)) {
        p.completed(handshake, new Keeper1Facts(connection, handshake));
      }
    } catch (Throwable t) {
      swallow("completed", t);
    }
  }

  /** Entry of {@code TransportContext.fatal(Alert, String, boolean, Throwable)}. */
  public static void failed(
      TransportContext connection, Alert alert, String diagnostic, Throwable cause) {
    Keeper1Port p = port;
    if (p == null) {
      return;
    }
    try {
      HandshakeContext handshake = connection.handshakeContext;
      if (handshake == null || connection.closeReason != null) {
        return;
      }
      Keeper1Taken.settle();
      if (!(handshake instanceof PostHandshakeContext)) {
        String message = diagnostic != null || cause == null ? diagnostic : cause.getMessage();
        p.failed(handshake, new Keeper1Facts(connection, handshake), alert.description, message);
      }
    } catch (Throwable t) {
      swallow("failed", t);
    }
  }

  /** Counts what was thrown, and lets nothing out. */
  static void swallow(String hook, Throwable failure) {
    try {
      Keeper1Failures f = failures;
      if (f != null) {
        f.swallowed(hook, failure);
      }
    } catch (Throwable t) {
      // There is nobody left to tell.
    }
  }
}
