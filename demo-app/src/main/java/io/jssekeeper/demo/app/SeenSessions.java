package io.jssekeeper.demo.app;

import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLSession;

/**
 * Tells resumed handshakes from full ones by what the public TLS interface shows.
 *
 * <p>TLS 1.2: a resumed handshake has the session id that the site's last one had. TLS 1.3: ids are
 * new on every connection, but a resumed session keeps the creation time of the full handshake that
 * it descends from (in milliseconds, so two visits to a site must lie further apart than that).
 *
 * <p>Keeps no {@link SSLSession}, which would keep alive what the demo watches. Thread-safe.
 */
final class SeenSessions {
  private final Map<String, Seen> lastBySite = new ConcurrentHashMap<>();

  /** Notes the session of a connection just made: true if an earlier one of this site goes on. */
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
