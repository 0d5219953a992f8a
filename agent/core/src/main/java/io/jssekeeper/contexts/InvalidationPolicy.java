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
  /** How far the session had come. */
  public enum Phase {
    /** It has only begun, and is in no cache. */
    NEW,
    /** It is about to be resumed, by a handshake that is not complete. */
    RESUMING,
    /** A handshake of the connection was complete before. */
    ESTABLISHED
  }

  /** What broke the connection. */
  public enum Failure {
    /** The bytes stopped coming, and nothing was wrong with those that had come. */
    TRANSPORT,
    /** A peer that came by itself, without a fatal alert under the keys of the connection. */
    UNPROVEN_PEER,
    /** Anything else. */
    TLS
  }

  private InvalidationPolicy() {}

  public static boolean endsSession(Phase phase, Failure failure) {
    switch (phase) {
      case NEW:
        return true;
      case RESUMING:
        return failure == Failure.TLS;
      default:
        return failure != Failure.TRANSPORT;
    }
  }
}
