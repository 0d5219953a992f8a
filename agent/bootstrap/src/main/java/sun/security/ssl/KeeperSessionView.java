package sun.security.ssl;

import java.security.cert.X509Certificate;

/** A session as plain values. */
public final class KeeperSessionView {
  private final SSLSessionImpl session;

  KeeperSessionView(SSLSessionImpl session) {
    this.session = session;
  }

  /**
   * When its original full handshake was: milliseconds since the epoch, by the wall clock of then.
   */
  public long createdMillis() {
    return session.getCreationTime();
  }

  /** Whether it is of TLS 1.3, where only a ticket can be resumed, and only once. */
  public boolean isTls13() {
    return session.getProtocolVersion().useTLS13PlusSpec();
  }

  /** Whether it has what a TLS 1.3 ticket has. */
  public boolean hasPreSharedKey() {
    return session.getPreSharedKey() != null;
  }

  /**
   * Seconds from now on for which the server lets its ticket be used; 0 if it has none, or the
   * server did not say. Tells it once.
   */
  public int takeTicketLifetimeSeconds() {
    return KeeperTicketLifetimesReceived.take(session);
  }

  /** Bytes of the ticket it is resumed by, or of the TLS 1.3 identity; 0 if it has none. */
  public int ticketBytes() {
    byte[] ticket = KeeperJdkFeatures.ticket(session);
    return ticket == null ? 0 : ticket.length;
  }

  /** Whether the client asked for a host name. */
  public boolean hasServerName() {
    return !session.getRequestedServerNames().isEmpty();
  }

  /**
   * Bytes of the peer's list of signature schemes that no other session shares; see {@link
   * KeeperSchemes}.
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
