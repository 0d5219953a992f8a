package sun.security.ssl;

import javax.net.ssl.SSLSessionContext;

/** Reads what a client offers to resume: in the client that offers it. */
final class Keeper1Offers {
  private Keeper1Offers() {}

  /**
   * What a client has put into its ClientHello.
   *
   * @param against what was against a session that there is for that peer, or null
   */
  static Keeper1Offer of(ClientHandshakeContext client, Keeper1Obstacle against) throws Throwable {
    SSLSessionContext sessions = client.sslContext.engineGetClientSessionContext();
    Keeper1Store store = store(sessions);
    String peer = peer(client.conContext.transport);
    SSLSessionImpl session = client.isResumption ? client.resumingSession : null;
    if (session == null) {
      boolean isWatched = store == null && against == null && peer != null;
      Keeper1Obstacle obstacle = isWatched ? Keeper1Watched.fate(sessions, peer) : against;
      return new Keeper1Offer(Keeper1Offer.Kind.NOTHING, store, peer, obstacle);
    }
    Keeper1Offer.Kind kind = kind(client, session);
    if (kind == Keeper1Offer.Kind.NOTHING) {
      Keeper1Obstacle obstacle = Keeper1ClientRules.ofUnoffered(client, session);
      return new Keeper1Offer(kind, store, peer, obstacle);
    }
    if (store == null && session.getProtocolVersion().useTLS13PlusSpec()) {
      Keeper1Watched.used(sessions, session);
    }
    return new Keeper1Offer(kind, store, peer, null);
  }

  private static Keeper1Offer.Kind kind(ClientHandshakeContext client, SSLSessionImpl session) {
    if (session.getProtocolVersion().useTLS13PlusSpec()) {
      return client.handshakeExtensions.containsKey(SSLExtension.CH_PRE_SHARED_KEY)
          ? Keeper1Offer.Kind.TICKET
          : Keeper1Offer.Kind.NOTHING;
    }
    return Keeper1Jdk.hasTls12Ticket(session) ? Keeper1Offer.Kind.TICKET : Keeper1Offer.Kind.ID;
  }

  /** A client's handshake is complete: what it leaves to resume, if anything, is stored by now. */
  static void completed(HandshakeContext client) throws Throwable {
    Keeper1Store store = store(client.sslContext.engineGetClientSessionContext());
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
  static Keeper1Offer undecided(ClientHandshakeContext client) throws Throwable {
    SSLSessionImpl session = client.isResumption ? client.resumingSession : null;
    Keeper1Offer.Kind kind = session == null ? Keeper1Offer.Kind.NOTHING : kind(client, session);
    if (kind == Keeper1Offer.Kind.NOTHING) {
      return null;
    }
    Keeper1Store store = store(client.sslContext.engineGetClientSessionContext());
    return new Keeper1Offer(kind, store, peer(client.conContext.transport), null);
  }

  /** JSSE looks for nothing where it does not know the peer. */
  private static String peer(SSLTransport transport) {
    String host = transport.getPeerHost();
    int port = transport.getPeerPort();
    return host == null && port == -1 ? null : Keeper1Jdk.peerKey(host, port);
  }

  /** Our store of that context, or null. */
  static Keeper1Store store(SSLSessionContext context) throws Throwable {
    Keeper1IdCache cache =
        Keeper1Switchboard.isKeeping() && context instanceof SSLSessionContextImpl
            ? Keeper1Exchange.adopted((SSLSessionContextImpl) context)
            : null;
    return cache == null ? null : cache.store;
  }
}
