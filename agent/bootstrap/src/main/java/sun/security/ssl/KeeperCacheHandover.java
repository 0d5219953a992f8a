package sun.security.ssl;

import java.util.concurrent.locks.LockSupport;
import sun.security.util.Cache;

/**
 * How far one of the JDK's caches has been handed over to ours, or back: which of the two is used,
 * and which ticket is in transit between them, one at a time. Thread-safe.
 *
 * @param <K> the key of the JDK's cache
 */
final class KeeperCacheHandover<K> {
  /** A ticket in transit for longer than this is not waited for: a handshake costs less. */
  private static final long PATIENCE_NANOS = 100_000_000;

  private static final long PAUSE_NANOS = 20_000;

  /** The JDK's cache. */
  final Cache<K, SSLSessionImpl> original;

  private volatile boolean moving = true;
  private volatile boolean leaving;
  private volatile Object ticket;

  KeeperCacheHandover(Cache<K, SSLSessionImpl> original) {
    this.original = original;
  }

  /**
   * Whether sessions may be in the JDK's cache, or between the two: then it is looked into as well,
   * so that no session is missed.
   */
  boolean isMoving() {
    return moving;
  }

  /** Whether the JDK's cache is about to take over, and gets what is put. */
  boolean isLeaving() {
    return leaving;
  }

  /** All that was in the JDK's cache is in ours. */
  void arrived() {
    moving = false;
  }

  /** The JDK's cache is about to take over. */
  void leave() {
    moving = true;
    leaving = true;
  }

  /** Under the lock of the move, before the ticket with that key is taken out. */
  void begin(Object key) {
    ticket = key;
  }

  /** Under the same lock: the ticket has arrived, or was in neither cache. */
  void end() {
    ticket = null;
  }

  /** Returns when no ticket with that key is in transit, or after a tenth of a second. */
  void await(Object key) {
    if (!key.equals(ticket)) {
      return;
    }
    long began = System.nanoTime();
    while (key.equals(ticket) && System.nanoTime() - began < PATIENCE_NANOS) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
