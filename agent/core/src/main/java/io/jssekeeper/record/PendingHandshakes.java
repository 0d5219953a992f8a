package io.jssekeeper.record;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.tracking.WeakNotes;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import java.util.function.Consumer;

/** The handshakes in progress, by identity and weakly. Thread-safe. */
final class PendingHandshakes {
  private static final AtomicIntegerFieldUpdater<Begun> OVER =
      AtomicIntegerFieldUpdater.newUpdater(Begun.class, "over");

  private static final AtomicReferenceFieldUpdater<Begun, Reason> IF_FULL =
      AtomicReferenceFieldUpdater.newUpdater(Begun.class, Reason.class, "ifFull");

  private static final AtomicReferenceFieldUpdater<Begun, Object> HELD =
      AtomicReferenceFieldUpdater.newUpdater(Begun.class, Object.class, "held");

  private final WeakNotes<Begun> begun;

  /**
   * @param dropped receives the note of a handshake that was collected before its end
   */
  PendingHandshakes(Consumer<Begun> dropped) {
    begun = new WeakNotes<>(dropped);
  }

  /**
   * A handshake has begun.
   *
   * @param nanos now, by the monotonic clock
   */
  void begin(Object handshake, HandshakeOrigin origin, long nanos, Measuring measuring) {
    begun.add(new Begun(handshake, origin, nanos, measuring));
  }

  /** The note of that handshake, or null. */
  Begun get(Object handshake) {
    return begun.get(handshake);
  }

  /** The note of that handshake; a new one if its beginning was not seen. */
  Begun getOrJoin(Object handshake) {
    Begun known = begun.get(handshake);
    return known == null ? join(handshake) : known;
  }

  private Begun join(Object handshake) {
    Begun joined = new Begun(handshake, null, 0, Measuring.NOT);
    begun.add(joined);
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

  /** Whether the CPU time of a handshake is measured, and how. */
  enum Measuring {
    NOT,
    /** One thread does nothing else until it is over. */
    IN_ONE_GO,
    /** Threads work on it for a while. */
    IN_PARTS
  }

  /** The note of a handshake in progress. */
  final class Begun extends WeakNotes.Note {
    /** Null if its beginning was not seen. */
    final HandshakeOrigin origin;

    /** When it began; without meaning if that was not {@linkplain #isSeen seen}. */
    final long nanos;

    private final Measuring measuring;
    private long cpuNanos;

    /** 1 once it has ended. */
    private volatile int over;

    /** The reason, if the handshake turns out to be full. */
    private volatile Reason ifFull;

    /** Further detail, or null; written before the reason, and read after it. */
    private Detail detailIfFull;

    /** What the hooks hold for the handshake, or null. */
    private volatile Object held;

    /** The exception message of the last interrupted read, or null. */
    volatile String interruption;

    private Begun(Object handshake, HandshakeOrigin origin, long nanos, Measuring measuring) {
      super(handshake, begun);
      this.origin = origin;
      this.nanos = nanos;
      this.measuring = measuring;
    }

    /** Whether its beginning was seen. */
    boolean isSeen() {
      return origin != null;
    }

    /** Whether its CPU time is measured. */
    boolean isMeasured() {
      return measuring != Measuring.NOT;
    }

    void hold(Object content) {
      HELD.lazySet(this, content);
    }

    Object held() {
      return held;
    }

    Object takeHeld() {
      Object content = held;
      return content != null && HELD.compareAndSet(this, content, null) ? content : null;
    }

    void noteIfFull(Reason reason, Detail detail) {
      detailIfFull = detail;
      IF_FULL.lazySet(this, reason);
    }

    Reason ifFull() {
      return ifFull;
    }

    /** To be asked after {@link #ifFull}. */
    Detail detailIfFull() {
      return detailIfFull;
    }

    /** Whether it had not ended before: of two threads that end it, one gets true. */
    boolean isFirstEnd() {
      return OVER.compareAndSet(this, 0, 1);
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
      return worked(measuring == Measuring.IN_ONE_GO && nanosOfThread == 0 ? -1 : nanosOfThread);
    }
  }
}
