package sun.security.ssl;

import java.security.cert.X509Certificate;

/** A view of a session. */
public final class KeeperSessionView {
  private final SSLSessionImpl session;

  KeeperSessionView(SSLSessionImpl session) {
    this.session = session;
  }

  /**
   * When its original full handshake was: milliseconds since the epoch, by the wall clock of that
   * time.
   */
  public long createdMillis() {
    return session.getCreationTime();
  }

  /** Whether it belongs to TLS 1.3, where only a ticket can be resumed, and only once. */
  public boolean isTls13() {
    return session.getProtocolVersion().useTLS13PlusSpec();
  }

  /** Whether it has the pre-shared key of a TLS 1.3 ticket. */
  public boolean hasPreSharedKey() {
    return session.getPreSharedKey() != null;
  }

  /**
   * Seconds from now for which the server lets its ticket be used; 0 if it has none, or the server
   * set none. Returns it only once.
   */
  public int takeTicketLifetimeSeconds() {
    return KeeperTicketLifetimesReceived.take(session);
  }

  /** Size in bytes of the ticket it is resumed by, or of the TLS 1.3 identity; 0 if it has none. */
  public int ticketBytes() {
    byte[] ticket = KeeperJdkFeatures.ticket(session);
    return ticket == null ? 0 : ticket.length;
  }

  /** Whether the client requested a host name. */
  public boolean hasServerName() {
    return !session.getRequestedServerNames().isEmpty();
  }

  /** Lets it share equal lists with other sessions; see {@link KeeperCacheSchemes}. */
  public void shareLists() {
    try {
      KeeperCacheSchemes.share(session);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("shared lists", t);
    }
  }

  /**
   * Bytes of the peer's list of signature schemes not shared with other sessions; see {@link
   * KeeperCacheSchemes}.
   */
  public int signatureSchemeBytes() {
    return KeeperCacheSchemes.unsharedBytes(session);
  }

  /** The peer's certificates, or null. */
  public X509Certificate[] peerCertificates() {
    try {
      return session.getProtocolVersion() == ProtocolVersion.NONE
          ? null
          : (X509Certificate[]) session.getPeerCertificates();
    } catch (javax.net.ssl.SSLPeerUnverifiedException e) {
      return null;
    }
  }

  static byte[] id(SSLSessionImpl session) {
    return session == null ? null : session.getSessionId().getId();
  }
}
