package sun.security.ssl;

import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The open FTPS control connections of one client context, and what their data connections may
 * resume. Thread-safe.
 *
 * <p>A data connection uses another port, so JSSE finds no session for it; servers require it to
 * resume its control connection's session, which alone proves that both belong to one client.
 */
final class KeeperFtpsControls {
  /** For each connection of a login, its control connection. */
  private static final Map<TransportContext, KeeperFtpsControl> LOGINS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final List<KeeperFtpsControl> open = new CopyOnWriteArrayList<>();
  private final KeeperCacheById sessions;

  KeeperFtpsControls(KeeperCacheById sessions) {
    this.sessions = sessions;
  }

  static void forgetAll() {
    LOGINS.clear();
    KeeperFtpsOutcomes.forgetAll();
  }

  /** The control connection of a data connection as host and port; null if it is not one. */
  static String nameOfControl(TransportContext connection) {
    KeeperFtpsControl control = KeeperFtps.isOn() ? LOGINS.get(connection) : null;
    return control == null || control.is(connection) ? null : control.name();
  }

  /** The control connection itself, or null. */
  static KeeperFtpsControl control(TransportContext connection) {
    KeeperFtpsControl control = LOGINS.get(connection);
    return control != null && control.is(connection) ? control : null;
  }

  /** A client's first handshake is complete. */
  static void completed(HandshakeContext client) throws Throwable {
    TransportContext connection = client.conContext;
    if (connection.isNegotiated || !(connection.transport instanceof SSLSocketImpl)) {
      return;
    }
    SSLSocketImpl socket = (SSLSocketImpl) connection.transport;
    KeeperFtpsControl control = LOGINS.get(connection);
    if (control != null && client.isResumption) {
      control.outcomes().resumed();
    } else if (control == null && KeeperFtps.isControlPort(socket.getPeerPort())) {
      opened(client, new KeeperFtpsControl(connection, socket));
    }
  }

  private static void opened(HandshakeContext client, KeeperFtpsControl control) throws Throwable {
    KeeperCacheByPeer peers =
        KeeperCacheSwap.adoptedPeers(
            (SSLSessionContextImpl) client.sslContext.engineGetClientSessionContext());
    if (peers != null) {
      LOGINS.put(client.conContext, control);
      peers.controls().add(control);
    }
  }

  private void add(KeeperFtpsControl control) {
    forgetClosed();
    open.add(control);
  }

  /**
   * Whether a session that a server has declined belongs to an open control connection. It leaves
   * the store, but its data connections may still resume it: some servers have separate keys for
   * each login.
   */
  static boolean keeps(SSLSessionImpl session) {
    try {
      KeeperCacheByPeer peers =
          KeeperFtps.isOn()
              ? KeeperCacheSwap.adoptedPeers((SSLSessionContextImpl) session.getSessionContext())
              : null;
      if (peers != null && peers.controls().isInUse(session)) {
        peers.controls().sessions.remove(session.getSessionId());
        return true;
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("declined", t);
    }
    return false;
  }

  private boolean isInUse(SSLSessionImpl session) {
    for (KeeperFtpsControl control : open) {
      if (control.session() == session) {
        return true;
      }
    }
    return false;
  }

  /** Forgets closed connections. Called periodically. */
  void forgetClosed() {
    for (KeeperFtpsControl control : open) {
      if (control.isClosed()) {
        open.remove(control);
        control.tickets().clear();
      }
    }
  }

  /** A TLS 1.3 ticket is about to be stored, by the thread that received it on that connection. */
  static void arrived(
      SSLSessionImpl session, TransportContext connection, int seconds, long nowMillis) {
    KeeperFtpsControl control = LOGINS.get(connection);
    byte[] identity = control == null ? null : session.consumePskIdentity();
    if (identity != null) {
      session.setPskIdentity(identity);
      control
          .tickets()
          .add(
              new KeeperFtpsTicket(
                  session, identity, control.is(connection), nowMillis + seconds * 1000L));
    }
  }

  /**
   * The session of a control connection that this ClientHello may resume; null if there is none.
   */
  SSLSessionImpl offer(KeeperClientHelloInProgress hello, long nowMillis) {
    ClientHandshakeContext client = open.isEmpty() ? null : hello.client();
    if (client == null || !isOfData(client.conContext)) {
      return null;
    }
    SSLSocketImpl socket = (SSLSocketImpl) client.conContext.transport;
    KeeperFtpsControl control = controlOf(client, socket);
    SSLSessionImpl session = control == null ? null : control.session();
    if (session == null || sessions.isOver(session)) {
      if (isKnown(socket.getInetAddress())) {
        hello.lacks(KeeperNotResumedCause.NO_CONTROL_CONNECTION);
      }
      return null;
    }
    LOGINS.put(client.conContext, control);
    return control.outcomes().mayOffer() ? offer(control, session, hello, nowMillis) : null;
  }

  private static boolean isOfData(TransportContext connection) {
    return !connection.isNegotiated
        && connection.transport instanceof SSLSocketImpl
        && !KeeperFtps.isControlPort(connection.transport.getPeerPort());
  }

  /**
   * Of several, the one that this thread read from last; else the one read from last by any thread.
   */
  private KeeperFtpsControl controlOf(ClientHandshakeContext client, SSLSocketImpl socket) {
    KeeperFtpsControl best = null;
    for (KeeperFtpsControl control : open) {
      if (control.isAt(socket.getInetAddress())
          && control.isOfHost(socket.getPeerHost(), client.sslConfig.identificationProtocol)
          && control.session() != null
          && (best == null || isCloser(control, best))) {
        best = control;
      }
    }
    return best;
  }

  private static boolean isCloser(KeeperFtpsControl control, KeeperFtpsControl other) {
    boolean here = control.isReadHere();
    return here == other.isReadHere() ? control.isReadAfter(other) : here;
  }

  private boolean isKnown(InetAddress address) {
    for (KeeperFtpsControl control : open) {
      if (control.isAt(address)) {
        return true;
      }
    }
    return false;
  }

  private SSLSessionImpl offer(
      KeeperFtpsControl control,
      SSLSessionImpl session,
      KeeperClientHelloInProgress hello,
      long nowMillis) {
    if (!KeeperCacheMigration.isTicket(session)) {
      return session.isRejoinable() && hello.test(session) ? session : null;
    }
    KeeperFtpsTicket ticket =
        control.tickets().next(new KeeperFtpsOffer(hello, sessions, nowMillis));
    if (ticket == null) {
      return null;
    }
    SSLSessionImpl copy = ticket.copy(hello.client().sslContext.getSecureRandom());
    KeeperCallbacks callbacks = KeeperSwitchboard.callbacks();
    if (callbacks != null) {
      callbacks.childAdded(ticket.session, copy);
    }
    return copy;
  }

  /** A data connection fails, or is given up, before the server has answered its offer. */
  static void failed(HandshakeContext handshake) {
    TransportContext connection = handshake.conContext;
    boolean offers = handshake.isResumption && handshake.resumingSession != null;
    KeeperFtpsControl control = offers ? LOGINS.get(connection) : null;
    if (control != null && !control.is(connection)) {
      control.outcomes().offerFailed();
    }
  }
}
