package io.jssekeeper.bridge;

import io.jssekeeper.config.CertificateExpiry;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import sun.security.ssl.KeeperSessionView;

/**
 * When the certificates expire by which one context's sessions were verified, if sessions end with
 * them ({@code certificates=end-sessions}). By the wall clock, as certificates are. Bounded;
 * thread-safe.
 */
final class CertificateEnds {
  private static final int MAX = 4096;

  private final boolean counts;

  /** By id and by peer, so that a record can say why the session had expired. Guarded by itself. */
  private final Map<Object, Long> ends = new Latest();

  CertificateEnds(CertificateExpiry expiry) {
    counts = expiry == CertificateExpiry.END_SESSIONS;
  }

  /**
   * When a chain's first certificate expires, in milliseconds since the epoch; {@code
   * Long.MAX_VALUE} if that does not count. A certificate that had expired before the session began
   * did not verify it, such as an old cross-signed root that servers still send; but the peer's own
   * did.
   *
   * @param chain the peer's own first; null or empty if it has none
   * @param beganMillis when the session's original full handshake was
   */
  long of(X509Certificate[] chain, long beganMillis) {
    return counts ? first(chain, beganMillis) : Long.MAX_VALUE;
  }

  /** Whether a session's certificates have expired, and that counts. */
  boolean endedOf(KeeperSessionView view) {
    return counts
        && first(view.peerCertificates(), view.createdMillis()) <= System.currentTimeMillis();
  }

  /** The same, if it counts. */
  static long first(X509Certificate[] chain, long beganMillis) {
    if (chain == null || chain.length == 0) {
      return Long.MAX_VALUE;
    }
    long end = chain[0].getNotAfter().getTime();
    for (X509Certificate each : chain) {
      long own = each.getNotAfter().getTime();
      end = own > beganMillis ? Math.min(end, own) : end;
    }
    return end;
  }

  /** The session with that id ends then. */
  void note(Object id, long endMillis) {
    if (endMillis != Long.MAX_VALUE) {
      synchronized (ends) {
        ends.put(id, endMillis);
      }
    }
  }

  /** The session with that id is resumable with that peer. */
  void noteOf(String peer, Object id) {
    if (counts) {
      synchronized (ends) {
        Long end = ends.get(id);
        if (end != null) {
          ends.put(peer, end);
        }
      }
    }
  }

  /** Whether the certificates of the last session of that id or peer have expired. */
  boolean areOver(Object key) {
    if (!counts) {
      return false;
    }
    synchronized (ends) {
      Long end = ends.get(key);
      return end != null && end <= System.currentTimeMillis();
    }
  }

  private static final class Latest extends LinkedHashMap<Object, Long> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
      return size() > MAX;
    }
  }
}
