package sun.security.ssl;

import java.security.cert.X509Certificate;

/** A session as plain values. */
public final class Keeper1Session {
  private final SSLSessionImpl session;

  Keeper1Session(SSLSessionImpl session) {
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
    return Keeper1Lifetimes.take(session);
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
