package io.jssekeeper.contexts;

/**
 * Which broken connections end their session.
 *
 * <p>A missing {@code close_notify} does not (RFC 5246 7.2.1, since TLS 1.1), nor does anything
 * else that happens to the transport alone. A fatal alert does, sent or received, and so does each
 * error that JSSE answers with one (RFC 5246 7.2.2) &mdash; but not while a server is about to
 * resume the session: until that handshake is complete the peer has proved nothing, and anyone who
 * has seen a ClientHello can send it once more and break off. There, only an alert under the
 * connection's keys ends it. A client goes to the peer that it wants; for it, what fails there
 * ends.
 */
public final class InvalidationPolicy {
  private InvalidationPolicy() {}

  /**
   * @param established whether a handshake of the connection was complete before
   * @param resumption whether the session is about to be resumed, by a handshake that is not
   *     complete
   * @param transport whether the bytes stopped coming, and nothing was wrong with those that had
   *     come
   * @param stranger whether the peer came by itself, and sent no fatal alert under the keys of the
   *     connection
   */
  public static boolean endSession(
      boolean established, boolean resumption, boolean transport, boolean stranger) {
    if (!established && !resumption) {
      return true; // a session that has only begun, and is in no cache
    }
    if (transport) {
      return false;
    }
    return established || !stranger;
  }
}
