package io.jssekeeper.demo.app;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSession;

/**
 * Distinguishes resumed from full handshakes through the public TLS interface.
 *
 * <p>TLS 1.2: a resumed handshake has the session id of the site's previous one. TLS 1.3: ids are
 * new on every connection, but a resumed session keeps the creation time of the original full
 * handshake, in milliseconds, so two visits to a site must be further apart than that.
 *
 * <p>Holds no {@link SSLSession}: that would keep alive what the demo watches. Thread-safe.
 */
final class SeenSessions {
  private final Map<String, Seen> lastBySite = new ConcurrentHashMap<>();

  /**
   * Records the session of a new connection; returns whether it resumes an earlier one of this
   * site.
   */
  boolean recognize(String site, SSLSession session) {
    Seen now = Seen.of(session);
    Seen last = lastBySite.put(site, now);
    return last != null && now.goesOnFrom(last);
  }

  private record Seen(String protocol, String id, long creationTimeMillis) {
    static Seen of(SSLSession session) {
      return new Seen(
          session.getProtocol(),
          HexFormat.of().formatHex(session.getId()),
          session.getCreationTime());
    }

    boolean goesOnFrom(Seen last) {
      return protocol.equals("TLSv1.3")
          ? creationTimeMillis == last.creationTimeMillis
          : id.equals(last.id);
    }
  }
}
