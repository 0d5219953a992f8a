package sun.security.ssl;

import javax.net.ssl.SSLSessionContext;

/** Reads what a client offers to resume. */
final class Keeper1Offers {
  private static final Keeper1Offer NOTHING =
      new Keeper1Offer(Keeper1Offer.Kind.NOTHING, false, null, null);

  private Keeper1Offers() {}

  /** What a client has put into its ClientHello. */
  static Keeper1Offer of(ClientHandshakeContext client, boolean ticketTaken) throws Throwable {
    SSLTransport transport = client.conContext.transport;
    String host = transport.getPeerHost();
    int port = transport.getPeerPort();
    String peer = host == null && port == -1 ? null : Keeper1Jdk.peerKey(host, port);
    SSLSessionImpl session = client.isResumption ? client.resumingSession : null;
    return new Keeper1Offer(
        session == null ? Keeper1Offer.Kind.NOTHING : kind(client, session),
        ticketTaken || session != null,
        store(client.sslContext.engineGetClientSessionContext()),
        peer);
  }

  private static Keeper1Offer.Kind kind(ClientHandshakeContext client, SSLSessionImpl session) {
    if (session.getProtocolVersion().useTLS13PlusSpec()) {
      return client.handshakeExtensions.containsKey(SSLExtension.CH_PRE_SHARED_KEY)
          ? Keeper1Offer.Kind.TICKET
          : Keeper1Offer.Kind.NOTHING;
    }
    return Keeper1Jdk.hasTls12Ticket(session) ? Keeper1Offer.Kind.TICKET : Keeper1Offer.Kind.ID;
  }

  /** What a server finds in a ClientHello. */
  static Keeper1Offer of(ServerHandshakeContext server, ClientHello.ClientHelloMessage hello)
      throws Throwable {
    if (server.negotiatedProtocol != null && server.negotiatedProtocol.useTLS13PlusSpec()) {
      return hello.extensions.get(SSLExtension.CH_PRE_SHARED_KEY) == null
          ? NOTHING
          : new Keeper1Offer(Keeper1Offer.Kind.TICKET, false, null, null);
    }
    if (Keeper1Jdk.bringsTls12Ticket(hello)) {
      return new Keeper1Offer(Keeper1Offer.Kind.TICKET, false, null, null);
    }
    return hello.sessionId.length() == 0 ? NOTHING : offeredId(server, hello);
  }

  /**
   * A client that can do TLS 1.3 sends an invented id (RFC 8446 appendix D.4), so an id that nobody
   * knows is no offer then.
   */
  private static Keeper1Offer offeredId(
      ServerHandshakeContext server, ClientHello.ClientHelloMessage hello) throws Throwable {
    Keeper1Store store = store(server.sslContext.engineGetServerSessionContext());
    boolean found = store != null && store.get(hello.sessionId) != null;
    boolean mayBeInvented = hello.extensions.get(SSLExtension.CH_SUPPORTED_VERSIONS) != null;
    boolean known = found || (store != null && store.remembers(hello.sessionId));
    return mayBeInvented && !known
        ? NOTHING
        : new Keeper1Offer(Keeper1Offer.Kind.ID, found, store, hello.sessionId);
  }

  private static Keeper1Store store(SSLSessionContext context) throws Throwable {
    Keeper1IdCache cache =
        Keeper1Switchboard.isKeeping() && context instanceof SSLSessionContextImpl
            ? Keeper1Exchange.adopted((SSLSessionContextImpl) context)
            : null;
    return cache == null ? null : cache.store;
  }
}
