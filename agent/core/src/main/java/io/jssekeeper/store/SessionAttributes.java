package io.jssekeeper.store;

import java.util.Locale;

/** What a store must know of a session that is put into it. Immutable. */
public final class SessionAttributes {
  /** So that the difference of any two times of birth can be told in 64 bits. */
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
    /** Never: a TLS 1.3 session without a ticket. Shown for as long as it is in use elsewhere. */
    NEVER;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** For people: the same string each time, which JMX sends once. */
    public String word() {
      return word;
    }
  }

  /** Of a session whose peer sets no limit, and which shares nothing. */
  public SessionAttributes(long ageNanos, int bytes, Use use) {
    this(ageNanos, 0, bytes, SharedBytes.NONE, use);
  }

  /**
   * @param ageNanos nanoseconds since the session's original full handshake; a negative age counts
   *     as 0, and beyond 146 years all are the same
   * @param limitNanos nanoseconds from now on for which the peer lets it be resumed, whatever the
   *     timeout is; 0 if the peer does not say
   * @param bytes the heap that the session alone holds, estimated, in bytes
   * @param shared what it holds together with others
   */
  public SessionAttributes(long ageNanos, long limitNanos, int bytes, SharedBytes shared, Use use) {
    this.limitNanos = limit(limitNanos);
    this.ageNanos = Math.min(Math.max(0, ageNanos), OLDEST_NANOS);
    this.bytes = bytes;
    this.use = use;
    this.shared = shared;
  }

  /** A limit as it counts: 0 is none, and beyond 146 years all are the same. */
  static long limit(long limitNanos) {
    return Math.min(Math.max(0, limitNanos), OLDEST_NANOS);
  }

  /**
   * Heap that several sessions of one store hold together, such as a certificate: counted once.
   *
   * <p>Called with the store's lock held; must only count.
   */
  public interface SharedBytes {
    /** Nothing is shared. */
    SharedBytes NONE = None.INSTANCE;

    /** One more session holds it strongly. Returns the bytes that this adds. */
    int hold();

    /** One session less holds it strongly. Returns the bytes that this frees. */
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
