package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;

/**
 * The certificates by which a session was verified. JSSE's own getter throws an exception if there
 * are none, which is the common case at a server.
 */
final class KeeperPeerCertificates {
  private static final MethodHandle PEER = peer();

  private KeeperPeerCertificates() {}

  /** The peer's, its own first; null if it presented none. Must not be modified. */
  static X509Certificate[] of(SSLSessionImpl session) throws Throwable {
    return session == null || PEER == null ? null : (X509Certificate[]) PEER.invokeExact(session);
  }

  /** This side's, its own first; null if it presented none. */
  static X509Certificate[] own(SSLSessionImpl session) {
    Certificate[] chain = session == null ? null : session.getLocalCertificates();
    return chain instanceof X509Certificate[] ? (X509Certificate[]) chain : null;
  }

  /** Null if this JDK stores them differently. */
  private static MethodHandle peer() {
    try {
      return KeeperPrivateLookup.in(SSLSessionImpl.class)
          .findGetter(SSLSessionImpl.class, "peerCerts", X509Certificate[].class);
    } catch (ReflectiveOperationException e) {
      return null;
    }
  }
}
