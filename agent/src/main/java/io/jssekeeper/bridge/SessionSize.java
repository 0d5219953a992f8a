package io.jssekeeper.bridge;

import io.jssekeeper.model.Side;
import java.security.cert.X509Certificate;
import sun.security.ssl.KeeperSessionView;

/**
 * How much heap a session holds by itself: an estimate, checked by {@code it/bench/session-bytes}.
 */
final class SessionSize {
  /**
   * The session's own objects, its keys and our entry: between the sizes on JDK 17 and on JDK 25,
   * whose sessions and locks are larger.
   */
  private static final int BASE_BYTES = 940;

  /** The index of a client's session by peer: the peer's name, its pool, its end. */
  private static final int PEER_BYTES = 250;

  /** The array of a peer's certificates. */
  private static final int CHAIN_BYTES = 24;

  /** A server name, as an object and as a list. */
  private static final int SERVER_NAME_BYTES = 130;

  private SessionSize() {}

  /**
   * Without memory shared with other sessions.
   *
   * @param chain the peer's certificates, or null
   */
  static int bytes(KeeperSessionView session, Side side, X509Certificate[] chain) {
    return BASE_BYTES
        + session.ticketBytes()
        + session.signatureSchemeBytes()
        + (side == Side.SERVER ? 0 : PEER_BYTES)
        + (chain == null ? 0 : CHAIN_BYTES)
        + (session.hasServerName() ? SERVER_NAME_BYTES : 0);
  }
}
