package io.jssekeeper.record;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The handshakes that have begun, by identity and weakly: one that is given up without a word
 * leaves nothing behind. Thread-safe.
 */
final class Underway {
  private final Map<Object, Begun> begun = new ConcurrentHashMap<>();
  private final ReferenceQueue<Object> abandoned = new ReferenceQueue<>();

  void begin(Object handshake, Begun begins) {
    forgetAbandoned();
    begun.put(new Key(handshake, abandoned), begins);
  }

  /** What is noted of it, or null if nothing is. */
  Begun get(Object handshake) {
    return begun.get(new Asked(handshake));
  }

  /** Takes one in whose beginning was not seen. */
  Begun join(Object handshake) {
    forgetAbandoned();
    Begun joined = new Begun();
    begun.put(new Key(handshake, abandoned), joined);
    return joined;
  }

  /** The same, and forgets it. */
  Begun end(Object handshake) {
    return begun.remove(new Asked(handshake));
  }

  int size() {
    forgetAbandoned();
    return begun.size();
  }

  private void forgetAbandoned() {
    Reference<?> key;
    while ((key = abandoned.poll()) != null) {
      begun.remove(key);
    }
  }

  /** What is noted of a handshake that is under way. */
  static final class Begun {
    final long nanos;

    /** Whether {@link #nanos} is when it began. */
    final boolean seen;

    /** Whether its CPU time is measured. */
    final boolean isMeasured;

    private final boolean inOneGo;
    private long cpuNanos;

    /** The reason that holds if it turns out to be full. */
    volatile Reason ifFull;

    Begun(long nanos, boolean inOneGo, boolean isMeasured) {
      this.nanos = nanos;
      this.seen = true;
      this.inOneGo = inOneGo;
      this.isMeasured = isMeasured;
    }

    /** Whose beginning was not seen. */
    private Begun() {
      nanos = 0;
      seen = false;
      inOneGo = false;
      isMeasured = false;
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

  private static final class Key extends WeakReference<Object> {
    private final int hash;

    Key(Object handshake, ReferenceQueue<Object> queue) {
      super(handshake, queue);
      hash = System.identityHashCode(handshake);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key && ((Key) other).get() == mine;
    }
  }

  /**
   * Equals the key of the same handshake, and costs no reference: {@code ConcurrentHashMap} asks
   * what it is given whether it equals a key.
   */
  private static final class Asked {
    private final Object handshake;

    Asked(Object handshake) {
      this.handshake = handshake;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(handshake);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key && ((Key) other).get() == handshake;
    }
  }
}
