package sun.security.ssl;

/**
 * The static methods that woven session code calls. Each delegates to the agent and never throws.
 *
 * <p>Without an agent they do nothing.
 */
public final class KeeperSessionHooks {
  private KeeperSessionHooks() {}

  /**
   * Exit of {@code SSLSessionImpl.addChild(SSLSessionImpl)}: the agent holds the child, weakly,
   * instead of JSSE.
   */
  public static void childAdded(SSLSessionImpl parent, SSLSessionImpl child) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null || !KeeperSwitchboard.isKeeping()) {
      return;
    }
    try {
      p.childAdded(parent, child);
      KeeperCacheChildSessions.forget(parent, child);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("child session", t);
    }
  }

  /**
   * Instead of {@code SSLSessionContextImpl.remove(SessionId)} in {@code
   * SSLSessionImpl.invalidate()}, which drops all sessions of the peer, but only for a session that
   * it still finds: in TLS 1.2 another one may have replaced it in the store.
   */
  public static void leaves(SSLSessionContextImpl context, SessionId id, SSLSessionImpl session) {
    context.remove(id);
    if (KeeperSwitchboard.callbacks() == null || !KeeperSwitchboard.isKeeping()) {
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
   * Exit of {@code SSLSessionImpl.invalidate()}: does for all descendants what JSSE does for
   * children.
   */
  public static void invalidated(SSLSessionImpl session) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    if (p == null) {
      return;
    }
    try {
      KeeperObservedSessions.ended(session);
      for (Object descendant : p.invalidated(session)) {
        ((SSLSessionImpl) descendant).invalidate();
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a session", t);
    }
  }

  /**
   * Instead of {@code SSLSessionImpl.invalidate()} in {@code TransportContext.fatal(Alert, String,
   * boolean, Throwable)}: the agent decides whether the session ends with the connection.
   */
  public static void connectionFailed(
      SSLSessionImpl session, TransportContext connection, boolean received, Throwable cause) {
    KeeperCallbacks p = KeeperSwitchboard.callbacks();
    try {
      if (p != null
          && KeeperProtection.CLOSE.isEnabled()
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
      if (KeeperSwitchboard.callbacks() != null
          && KeeperProtection.CLOSE.isEnabled()
          && KeeperCacheSwap.isOfAdopted(socket.conContext)) {
        KeeperProtection.CLOSE.prevented();
        return;
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("end of a connection", t);
    }
    session.invalidate();
  }

  /**
   * Instead of {@code invalidate()} in {@code ServerHello$T12ServerHelloConsumer.consume}: the
   * server has declined that session.
   */
  public static void declined(SSLSessionImpl session) {
    KeeperCacheBackend store = null;
    boolean isKept = false;
    try {
      store =
          KeeperSwitchboard.callbacks() == null
              ? null
              : KeeperClientOffer.store(session.getSessionContext());
      isKept = store != null && KeeperFtpsControls.keeps(session);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("declined", t);
    }
    if (!isKept) {
      session.invalidate();
    }
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
