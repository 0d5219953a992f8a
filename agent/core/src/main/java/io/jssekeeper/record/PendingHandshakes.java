package io.jssekeeper.record;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.tracking.WeakIdentityMap;
import java.util.function.Consumer;

/** The handshakes in progress, by identity and weakly. Thread-safe. */
final class PendingHandshakes {
  private final WeakIdentityMap<Begun> begun;

  /**
   * @param dropped receives the note of a handshake that was collected before its end
   */
  PendingHandshakes(Consumer<Begun> dropped) {
    begun = new WeakIdentityMap<>(dropped);
  }

  void begin(Object handshake, Begun begins) {
    begun.put(handshake, begins);
  }

  /** The note of that handshake, or null. */
  Begun get(Object handshake) {
    return begun.get(handshake);
  }

  /** Adds one whose beginning was not seen. */
  Begun join(Object handshake) {
    Begun joined = new Begun();
    begun.put(handshake, joined);
    return joined;
  }

  /** Removes and returns the note, or null. */
  Begun end(Object handshake) {
    return begun.remove(handshake);
  }

  /** Removes those that were collected. */
  void forgetDead() {
    begun.forgetDead();
  }

  int size() {
    return begun.size();
  }

  /** The note of a handshake in progress. */
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

    /** The reason, if the handshake turns out to be full. */
    private volatile Reason ifFull;

    /** Further detail, or null; written before the reason, and read after it. */
    private Detail detailIfFull;

    /** The exception message of the last interrupted read, or null. */
    volatile String interruption;

    Begun(HandshakeOrigin origin, long nanos, boolean inOneGo, boolean isMeasured) {
      this.origin = origin;
      this.nanos = nanos;
      this.seen = true;
      this.inOneGo = inOneGo;
      this.isMeasured = isMeasured;
    }

    /** For one whose beginning was not seen. */
    private Begun() {
      origin = null;
      nanos = 0;
      seen = false;
      inOneGo = false;
      isMeasured = false;
    }

    void noteIfFull(Reason reason, Detail detail) {
      detailIfFull = detail;
      ifFull = reason;
    }

    Reason ifFull() {
      return ifFull;
    }

    /** To be asked after {@link #ifFull}. */
    Detail detailIfFull() {
      return detailIfFull;
    }

    /** Whether it had not ended before: of two threads that end it, one gets true. */
    synchronized boolean isFirstEnd() {
      boolean first = !over;
      over = true;
      return first;
    }

    /**
     * Adds a thread's CPU time; returns the total. Once a part is unknown (negative), so is the
     * total. One thread at a time works on a handshake.
     */
    synchronized long worked(long nanosOfThread) {
      cpuNanos = cpuNanos < 0 || nanosOfThread < 0 ? -1 : cpuNanos + nanosOfThread;
      return cpuNanos;
    }

    /** Adds the last part. If it was to be in one go, and was not, the total is unknown. */
    long finished(long nanosOfThread) {
      return worked(inOneGo && nanosOfThread == 0 ? -1 : nanosOfThread);
    }
  }
}
