package io.jssekeeper.store;

/** What a store must know of a session that is put into it. Immutable. */
public final class Traits {
  /** So that the difference of any two times of birth can be told in 64 bits. */
  private static final long OLDEST_NANOS = Long.MAX_VALUE / 2;

  final long ageNanos;
  final int bytes;
  final Use use;

  /** How often a session may be resumed. */
  public enum Use {
    /** TLS 1.2 and before: any number of times. */
    MANY,
    /** A TLS 1.3 ticket: once (RFC 8446 appendix C.4). */
    ONCE,
    /** Never: a TLS 1.3 session without a ticket. Shown for as long as somebody else holds it. */
    NEVER
  }

  /**
   * @param ageNanos nanoseconds since the session's original full handshake; a negative age counts
   *     as 0, and beyond 146 years all are the same
   * @param bytes the heap that the session holds, estimated, in bytes
   */
  public Traits(long ageNanos, int bytes, Use use) {
    this.ageNanos = Math.min(Math.max(0, ageNanos), OLDEST_NANOS);
    this.bytes = bytes;
    this.use = use;
  }
}
