package sun.security.ssl;

/**
 * What only JDKs with stateless tickets declare (JDK-8211018, 13 and later). Linked only if {@link
 * KeeperJdkFeatures} has found it.
 */
final class KeeperTicketFeatures {
  private KeeperTicketFeatures() {}

  /**
   * RFC 5077: a stateless server looks at the ticket only; a client offers the ticket if it has
   * one.
   */
  static boolean isByTls12Ticket(HandshakeContext handshake) {
    return handshake.statelessResumption
        && (!handshake.sslConfig.isClientMode || hasTicket(handshake.resumingSession));
  }

  static boolean opensTickets(ServerHandshakeContext server) {
    return ((SSLSessionContextImpl) server.sslContext.engineGetServerSessionContext())
        .statelessEnabled();
  }

  static boolean looksAtTicketsOnly(ServerHandshakeContext server) {
    return server.statelessResumption;
  }

  static void lookAtIds(ServerHandshakeContext server) {
    server.statelessResumption = false;
  }

  static byte[] ticket(SSLSessionImpl session) {
    return session.getPskIdentity();
  }

  static boolean hasTicket(SSLSessionImpl session) {
    return session.getPskIdentity() != null;
  }

  /** Whether a ClientHello contains an RFC 5077 ticket. */
  static boolean bringsTicket(ClientHello.ClientHelloMessage hello) {
    byte[] ticket = hello.extensions.get(SSLExtension.CH_SESSION_TICKET);
    return ticket != null && ticket.length > 0;
  }
}
