package sun.security.ssl;

import javax.net.ssl.SSLSessionContext;

/** Reads what a client offers to resume: in the client that offers it. */
final class KeeperOffers {
  private KeeperOffers() {}

  /**
   * What a client has put into its ClientHello.
   *
   * @param against what was against a session that there is for that peer, or null
   */
  static KeeperOffer of(ClientHandshakeContext client, KeeperObstacle against) throws Throwable {
    SSLSessionContext sessions = client.sslContext.engineGetClientSessionContext();
    KeeperStore store = store(sessions);
    String peer = peer(client.conContext.transport);
    SSLSessionImpl session = client.isResumption ? client.resumingSession : null;
    if (session == null) {
      boolean isWatched = store == null && against == null && peer != null;
      KeeperObstacle obstacle = isWatched ? KeeperWatched.fate(sessions, peer) : against;
      return new KeeperOffer(KeeperOffer.Kind.NOTHING, store, peer, obstacle);
    }
    KeeperOffer.Kind kind = kind(client, session);
    if (kind == KeeperOffer.Kind.NOTHING) {
      KeeperObstacle obstacle = KeeperClientRules.ofUnoffered(client, session);
      return new KeeperOffer(kind, store, peer, obstacle);
    }
    if (store == null && session.getProtocolVersion().useTLS13PlusSpec()) {
      KeeperWatched.used(sessions, session);
    }
    return new KeeperOffer(kind, store, peer, null);
  }

  private static KeeperOffer.Kind kind(ClientHandshakeContext client, SSLSessionImpl session) {
    if (session.getProtocolVersion().useTLS13PlusSpec()) {
      return client.handshakeExtensions.containsKey(SSLExtension.CH_PRE_SHARED_KEY)
          ? KeeperOffer.Kind.TICKET
          : KeeperOffer.Kind.NOTHING;
    }
    return KeeperJdk.hasTls12Ticket(session) ? KeeperOffer.Kind.TICKET : KeeperOffer.Kind.ID;
  }

  /** A client's handshake is complete: what it leaves to resume, if anything, is stored by now. */
  static void completed(HandshakeContext client) throws Throwable {
    KeeperStore store = store(client.sslContext.engineGetClientSessionContext());
    boolean matters = store != null && (!client.isResumption || store.hasSetbacks());
    String peer = matters ? peer(client.conContext.transport) : null;
    if (peer == null) {
      return;
    }
    if (client.isResumption) {
      store.resumed(peer);
    } else {
      store.met(peer);
    }
  }

  /**
   * What a client that fails, or is given up, has offered and has not been told of that it is
   * declined; null if there is none. JSSE lets {@code resumingSession} go when the server declines
   * ({@code ServerHello$T12ServerHelloConsumer}, {@code $T13ServerHelloConsumer}).
   */
  static KeeperOffer undecided(ClientHandshakeContext client) throws Throwable {
    SSLSessionImpl session = client.isResumption ? client.resumingSession : null;
    KeeperOffer.Kind kind = session == null ? KeeperOffer.Kind.NOTHING : kind(client, session);
    if (kind == KeeperOffer.Kind.NOTHING) {
      return null;
    }
    KeeperStore store = store(client.sslContext.engineGetClientSessionContext());
    return new KeeperOffer(kind, store, peer(client.conContext.transport), null);
  }

  /** JSSE looks for nothing where it does not know the peer. */
  private static String peer(SSLTransport transport) {
    String host = transport.getPeerHost();
    int port = transport.getPeerPort();
    return host == null && port == -1 ? null : KeeperJdk.peerKey(host, port);
  }

  /** Our store of that context, or null. */
  static KeeperStore store(SSLSessionContext context) throws Throwable {
    KeeperIdCache cache =
        KeeperSwitchboard.isKeeping() && context instanceof SSLSessionContextImpl
            ? KeeperExchange.adopted((SSLSessionContextImpl) context)
            : null;
    return cache == null ? null : cache.store;
  }
}
