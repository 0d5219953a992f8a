package io.jssekeeper.install;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import sun.security.ssl.Keeper1Session;

/** How much heap a session holds: an estimate. */
final class SessionWeight {
  /** The session's own objects, its keys and our entry. */
  private static final int BASE_BYTES = 1_100;

  /** What a parsed certificate takes beside its encoding. */
  private static final int CERTIFICATE_BYTES = 3_000;

  private SessionWeight() {}

  static int bytes(Keeper1Session session) {
    X509Certificate[] certificates = session.peerCertificates();
    int bytes = BASE_BYTES;
    if (certificates != null) {
      for (X509Certificate certificate : certificates) {
        bytes += CERTIFICATE_BYTES + encodedBytes(certificate);
      }
    }
    return bytes;
  }

  private static int encodedBytes(X509Certificate certificate) {
    try {
      return certificate.getEncoded().length;
    } catch (CertificateEncodingException e) {
      return 0;
    }
  }
}
