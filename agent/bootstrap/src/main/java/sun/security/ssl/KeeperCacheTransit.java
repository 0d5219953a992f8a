package sun.security.ssl;

import java.util.concurrent.locks.LockSupport;

/** The ticket in transit between the two caches, one at a time. Thread-safe. */
final class KeeperCacheTransit {
  /** What is on its way for longer than this is not waited for: a handshake costs less. */
  private static final long PATIENCE_NANOS = 100_000_000;

  private static final long PAUSE_NANOS = 20_000;

  private volatile Object key;

  /** Under the lock of the move, before it is taken out. */
  void begin(Object ofTicket) {
    key = ofTicket;
  }

  /** Under the same lock: it is where it goes, or was in neither cache. */
  void end() {
    key = null;
  }

  /** Returns when nothing of that key is on its way, or after a tenth of a second. */
  void await(Object ofTicket) {
    if (!ofTicket.equals(key)) {
      return;
    }
    long began = System.nanoTime();
    while (ofTicket.equals(key) && System.nanoTime() - began < PATIENCE_NANOS) {
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
