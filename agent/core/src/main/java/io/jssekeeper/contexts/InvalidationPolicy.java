package io.jssekeeper.contexts;

/**
 * Which broken connections end their session.
 *
 * <p>A missing {@code close_notify} does not (RFC 5246 7.2.1, since TLS 1.1), nor does anything
 * else that happens to the transport alone. A fatal alert does, sent or received, and so does each
 * error that JSSE answers with one (RFC 5246 7.2.2) &mdash; but not while a server is about to
 * resume the session: until that handshake is complete the peer has proved nothing, and anyone who
 * has seen a ClientHello can send it again and break off. There, only an alert under the
 * connection's keys ends it. A client chooses its peer; for a client, a session whose resumption
 * fails ends.
 */
public final class InvalidationPolicy {
  /** The phase of the connection. */
  public enum Phase {
    /** In a full handshake; the session is in no cache. */
    NEW,
    /** About to resume the session; the handshake is not complete. */
    RESUMING,
    /** A handshake of the connection had completed before. */
    ESTABLISHED
  }

  /** What broke the connection. */
  public enum Failure {
    /** The bytes stopped coming, and nothing was wrong with those received. */
    TRANSPORT,
    /** A client, which has sent no fatal alert under the connection's keys. */
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
