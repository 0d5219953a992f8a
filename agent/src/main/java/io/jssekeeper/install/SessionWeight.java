package io.jssekeeper.install;

import sun.security.ssl.Keeper1Session;

/** How much heap a session alone holds: an estimate, checked by {@code it/bench/session-bytes}. */
final class SessionWeight {
  /** The session's own objects, its keys and our entry. */
  private static final int BASE_BYTES = 890;

  /** A server name, as an object and as a list. */
  private static final int SERVER_NAME_BYTES = 130;

  private SessionWeight() {}

  static int bytes(Keeper1Session session) {
    return BASE_BYTES
        + session.ticketBytes()
        + (session.hasServerName() ? SERVER_NAME_BYTES : 0)
        + session.signatureSchemeBytes();
  }
}
