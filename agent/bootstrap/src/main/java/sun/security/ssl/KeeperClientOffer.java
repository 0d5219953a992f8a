package sun.security.ssl;

import javax.net.ssl.SSLSessionContext;

/** Reads what a client offers to resume, in the client. */
final class KeeperClientOffer {
  private KeeperClientOffer() {}

  /**
   * What a client has put into its ClientHello.
   *
   * @param against what ruled out an existing session for that peer, or null
   */
  static KeeperResumptionOffer of(ClientHandshakeContext client, KeeperNotResumedCause against)
      throws Throwable {
    SSLSessionImpl session = client.isResumption ? client.resumingSession : null;
    KeeperResumptionOffer.Kind kind = kind(client, session);
    if (kind == KeeperResumptionOffer.Kind.NOTHING) {
      KeeperNotResumedCause known =
          session == null ? against : KeeperClientRules.ofUnoffered(client, session);
      return new KeeperResumptionOffer(kind, obstacle(client, known));
    }
    SSLSessionContext sessions = client.sslContext.engineGetClientSessionContext();
    if (session.getProtocolVersion().useTLS13PlusSpec() && store(sessions) == null) {
      KeeperObservedSessions.used(sessions, session);
    }
    return new KeeperResumptionOffer(kind, null);
  }

  /** Why nothing is offered: JSSE does not look for sessions if it does not know the peer. */
  private static KeeperNotResumedCause obstacle(
      ClientHandshakeContext client, KeeperNotResumedCause against) throws Throwable {
    String peer = peer(client.conContext.transport);
    if (peer == null) {
      return KeeperNotResumedCause.OFF;
    }
    SSLSessionContext sessions = client.sslContext.engineGetClientSessionContext();
    KeeperCacheBackend store = store(sessions);
    if (store != null) {
      return store.recallPeer(peer, against);
    }
    return against == null ? KeeperObservedSessions.fate(sessions, peer) : against;
  }

  private static KeeperResumptionOffer.Kind kind(
      ClientHandshakeContext client, SSLSessionImpl session) {
    if (session == null) {
      return KeeperResumptionOffer.Kind.NOTHING;
    }
    if (session.getProtocolVersion().useTLS13PlusSpec()) {
      return client.handshakeExtensions.containsKey(SSLExtension.CH_PRE_SHARED_KEY)
          ? KeeperResumptionOffer.Kind.TICKET
          : KeeperResumptionOffer.Kind.NOTHING;
    }
    return KeeperJdkFeatures.hasTls12Ticket(session)
        ? KeeperResumptionOffer.Kind.TICKET
        : KeeperResumptionOffer.Kind.ID;
  }

  /** A client's handshake is complete: whatever it left to resume is stored by now. */
  static void completed(HandshakeContext client) throws Throwable {
    KeeperCacheBackend store = store(client.sslContext.engineGetClientSessionContext());
    boolean matters = store != null && (!client.isResumption || store.hasBackoffs());
    String peer = matters ? peer(client.conContext.transport) : null;
    if (peer == null) {
      return;
    }
    if (client.isResumption) {
      store.resumed(peer);
    } else {
      store.fullHandshakeCompleted(peer);
    }
  }

  /**
   * The offer of a client that fails or gives up, if the server has not declined it; null if there
   * is none. JSSE clears {@code resumingSession} when the server declines ({@code
   * ServerHello$T12ServerHelloConsumer}, {@code $T13ServerHelloConsumer}).
   */
  static KeeperClientOfferUndecided undecided(ClientHandshakeContext client) throws Throwable {
    SSLSessionImpl session = client.isResumption ? client.resumingSession : null;
    KeeperResumptionOffer.Kind kind = kind(client, session);
    if (kind == KeeperResumptionOffer.Kind.NOTHING) {
      return null;
    }
    KeeperCacheBackend store = store(client.sslContext.engineGetClientSessionContext());
    return new KeeperClientOfferUndecided(kind, store, peer(client.conContext.transport));
  }

  /** Null if JSSE does not know the peer. */
  private static String peer(SSLTransport transport) {
    String host = transport.getPeerHost();
    int port = transport.getPeerPort();
    return host == null && port == -1 ? null : KeeperJdkFeatures.peerKey(host, port);
  }

  /** Our store of that context, or null. */
  static KeeperCacheBackend store(SSLSessionContext context) throws Throwable {
    KeeperCacheById cache =
        KeeperSwitchboard.isKeeping() && context instanceof SSLSessionContextImpl
            ? KeeperCacheSwap.adopted((SSLSessionContextImpl) context)
            : null;
    return cache == null ? null : cache.store;
  }
}
