package io.jssekeeper.record;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.tracking.WeakIdentityMap;
import java.util.function.Consumer;

/** The handshakes in progress, by identity and weakly. Thread-safe. */
final class PendingHandshakes {
  private final WeakIdentityMap<Begun> begun;

  /**
   * @param dropped is given what was noted of one that was collected before its end
   */
  PendingHandshakes(Consumer<Begun> dropped) {
    begun = new WeakIdentityMap<>(dropped);
  }

  void begin(Object handshake, Begun begins) {
    begun.put(handshake, begins);
  }

  /** What is noted of it, or null if nothing is. */
  Begun get(Object handshake) {
    return begun.get(handshake);
  }

  /** Takes one in whose beginning was not seen. */
  Begun join(Object handshake) {
    Begun joined = new Begun();
    begun.put(handshake, joined);
    return joined;
  }

  /** Returns what is noted of it, or null, and forgets it. */
  Begun end(Object handshake) {
    return begun.remove(handshake);
  }

  /** Forgets those that were collected. */
  void forgetDead() {
    begun.forgetDead();
  }

  int size() {
    return begun.size();
  }

  /** What is noted of a handshake that is under way. */
  static final class Begun {
    /** Null if its beginning was not seen. */
    final HandshakeOrigin origin;

    final long nanos;

    /** Whether {@link #nanos} is when it began. */
    final boolean seen;

    /** Whether its CPU time is measured. */
    final boolean isMeasured;

    private final boolean inOneGo;
    private long cpuNanos;
    private boolean over;

    /** The reason that holds if it turns out to be full. */
    volatile Reason ifFull;

    /** What is known beyond that, or null. */
    volatile Detail detailIfFull;

    /** What was thrown when a read was interrupted last, or null. */
    volatile String interruption;

    Begun(HandshakeOrigin origin, long nanos, boolean inOneGo, boolean isMeasured) {
      this.origin = origin;
      this.nanos = nanos;
      this.seen = true;
      this.inOneGo = inOneGo;
      this.isMeasured = isMeasured;
    }

    /** Whose beginning was not seen. */
    private Begun() {
      origin = null;
      nanos = 0;
      seen = false;
      inOneGo = false;
      isMeasured = false;
    }

    /** Whether it had not ended before: of two threads that end it, one is told so. */
    synchronized boolean isFirstEnd() {
      boolean first = !over;
      over = true;
      return first;
    }

    /**
     * Adds what a thread has worked; returns the whole. From the first time on that it is not known
     * (negative), the whole is not known either. One thread at a time works for a handshake.
     */
    synchronized long worked(long nanosOfThread) {
      cpuNanos = cpuNanos < 0 || nanosOfThread < 0 ? -1 : cpuNanos + nanosOfThread;
      return cpuNanos;
    }

    /** Adds the last of it. What was to be in one go, and was not, is not known. */
    long finished(long nanosOfThread) {
      return worked(inOneGo && nanosOfThread == 0 ? -1 : nanosOfThread);
    }
  }
}
