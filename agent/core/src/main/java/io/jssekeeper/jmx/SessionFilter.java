package io.jssekeeper.jmx;

/** Which sessions to list or to invalidate. Immutable; empty texts match all. */
final class SessionFilter {
  private final String side;
  private final String peer;
  private final String hash;
  private final long minAgeSeconds;

  private SessionFilter(String side, String peer, String hash, long minAgeSeconds) {
    this.side = side;
    this.peer = peer;
    this.hash = hash;
    this.minAgeSeconds = minAgeSeconds;
  }

  static SessionFilter all() {
    return new SessionFilter("", "", "", 0);
  }

  /**
   * @param side {@code client}, {@code server}, or empty for both
   * @param peer host and port, or a host with any port
   * @throws IllegalArgumentException for an unknown side
   */
  static SessionFilter of(String side, String peer, long minAgeSeconds) {
    if (!side.isEmpty() && !side.equals("client") && !side.equals("server")) {
      throw new IllegalArgumentException("no side " + side + ": write client, server or nothing");
    }
    return new SessionFilter(side, peer, "", minAgeSeconds);
  }

  static SessionFilter ofPeer(String peer) {
    return new SessionFilter("", required(peer), "", 0);
  }

  static SessionFilter ofSession(String hash) {
    return new SessionFilter("", "", required(hash), 0);
  }

  private static String required(String text) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("empty: name a peer, or a session by its hash");
    }
    return text;
  }

  boolean wantsSide(String rowsSide) {
    return side.isEmpty() || side.equals(rowsSide);
  }

  boolean wants(SessionRow row) {
    return row.getAgeSeconds() >= minAgeSeconds && (peer.isEmpty() || isOf(row.getPeer()));
  }

  private boolean isOf(String rowsPeer) {
    int colon = rowsPeer.lastIndexOf(':');
    return rowsPeer.equalsIgnoreCase(peer)
        || colon > 0 && rowsPeer.substring(0, colon).equalsIgnoreCase(peer);
  }

  boolean wantsHash(String rowsHash) {
    return hash.isEmpty() || hash.equals(rowsHash);
  }
}
