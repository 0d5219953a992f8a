package sun.security.ssl;

/** The session that a server has found for a client's offer, until the server has decided. */
final class KeeperServerCandidate {
  private KeeperServerCandidate() {}

  /** The last one counts: a client may offer several tickets. */
  static void note(HandshakeContext server, SSLSessionImpl session) {
    KeeperCallbacks agent = KeeperSwitchboard.callbacks();
    if (agent != null) {
      agent.hold(server, session);
    }
  }

  /**
   * Whether a server that looks only for tickets has a session that could be resumed by its id, and
   * was offered no ticket.
   */
  static boolean hasById(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello, KeeperCallbacks agent) {
    if (server.resumingSession != null
        || !KeeperJdkFeatures.looksAtTicketsOnly(server)
        || KeeperJdkFeatures.bringsTls12Ticket(hello)) {
      return false;
    }
    SSLSessionImpl session = (SSLSessionImpl) agent.held(server);
    return session != null && session.isRejoinable();
  }

  /** A server has restored a session from a stateless ticket. */
  static void restored(SSLSessionImpl session, HandshakeContext server, KeeperCallbacks agent) {
    if (KeeperSwitchboard.isKeeping() && isTooOld(session, server, agent)) {
      session.invalidate();
      agent.refused(server, KeeperNotResumedCause.EXPIRED);
    } else if (KeeperSwitchboard.isKeeping()
        && agent.isCertificateExpired(new KeeperSessionView(session))) {
      session.invalidate();
      agent.refused(server, KeeperNotResumedCause.CERTIFICATE);
    } else if (session.isRejoinable()) {
      agent.hold(server, session);
    } else {
      // From JDK 25 on: the server's own certificate has changed.
      agent.refused(server, KeeperNotResumedCause.IDENTITY);
    }
  }

  private static boolean isTooOld(
      SSLSessionImpl session, HandshakeContext server, KeeperCallbacks agent) {
    int timeout = server.sslContext.engineGetServerSessionContext().getSessionTimeout();
    return agent.isTooOld(new KeeperSessionView(session), timeout);
  }

  /**
   * The server has answered. Returns why it does not resume the session that it found; null if it
   * does, or found none.
   */
  static KeeperNotResumedCause answered(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello, KeeperCallbacks agent) {
    SSLSessionImpl session = (SSLSessionImpl) agent.takeHeld(server);
    boolean resumes = server.isResumption && server.resumingSession != null;
    return session == null || resumes ? null : KeeperServerRules.obstacle(server, hello, session);
  }
}
