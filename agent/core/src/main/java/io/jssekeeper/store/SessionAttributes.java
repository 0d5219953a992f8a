package io.jssekeeper.store;

import java.util.Locale;

/** What a store must know about a session put into it. Immutable. */
public final class SessionAttributes {
  /** Keeps the difference of any two times of birth within 64 bits. */
  private static final long OLDEST_NANOS = Long.MAX_VALUE / 2;

  final long ageNanos;
  final long limitNanos;
  final int bytes;
  final Use use;
  final SharedBytes shared;

  /** How often a session may be resumed. */
  public enum Use {
    /** TLS 1.2 and before: any number of times. */
    MANY,
    /** A TLS 1.3 ticket: once (RFC 8446 appendix C.4). */
    ONCE,
    /** Never: a TLS 1.3 session without a ticket. Visible for as long as it is in use elsewhere. */
    NEVER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** For display: the same string each time, which JMX sends once. */
    public String word() {
      return word;
    }
  }

  /** For a session whose peer sets no limit, and which shares nothing. */
  public SessionAttributes(long ageNanos, int bytes, Use use) {
    this(ageNanos, 0, bytes, SharedBytes.NONE, use);
  }

  /**
   * @param ageNanos nanoseconds since the session's original full handshake; a negative age counts
   *     as 0, and ages beyond 146 years are all the same
   * @param limitNanos nanoseconds from now for which the peer lets it be resumed, whatever the
   *     timeout is; 0 if the peer sets no limit
   * @param bytes the heap that only this session holds, estimated, in bytes
   * @param shared the heap that it shares with others
   */
  public SessionAttributes(long ageNanos, long limitNanos, int bytes, SharedBytes shared, Use use) {
    this.limitNanos = limit(limitNanos);
    this.ageNanos = Math.min(Math.max(0, ageNanos), OLDEST_NANOS);
    this.bytes = bytes;
    this.use = use;
    this.shared = shared;
  }

  /** The effective limit: 0 is none, and limits beyond 146 years are all the same. */
  static long limit(long limitNanos) {
    return Math.min(Math.max(0, limitNanos), OLDEST_NANOS);
  }

  /**
   * Heap that several sessions of one store share, such as a certificate: counted once.
   *
   * <p>Called with the store's lock held; must only count.
   */
  public interface SharedBytes {
    /** Nothing is shared. */
    SharedBytes NONE = None.INSTANCE;

    /** One more session holds it strongly. Returns how many bytes that adds. */
    int hold();

    /** One session fewer holds it strongly. Returns how many bytes that frees. */
    int release();

    /** Nothing is shared. */
    enum None implements SharedBytes {
      INSTANCE;

      @Override
      public int hold() {
        return 0;
      }

      @Override
      public int release() {
        return 0;
      }
    }
  }
}
