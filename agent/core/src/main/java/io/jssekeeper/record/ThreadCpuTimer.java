package io.jssekeeper.record;

/**
 * The CPU time that threads spend between a start and an end. Thread-safe.
 *
 * <p>Measures nothing until {@link #measureBy} has been called. The clock is a system call on most
 * systems, and a resumed handshake is so short that reading it each time would show: callers first
 * ask whether it {@linkplain #isAffordable may be read}.
 */
public final class ThreadCpuTimer {
  private static final long UNKNOWN = -1;
  private static final long NOT_BEGUN = Long.MIN_VALUE;

  private final ThreadLocal<long[]> beginnings = new ThreadLocal<>();
  private final CpuClockBudget allowance = new CpuClockBudget(System.nanoTime());
  private volatile Clock clock;

  /** The CPU time of the current thread, from an arbitrary origin. */
  public interface Clock {
    /** Nanoseconds; negative if unknown. */
    long currentThreadNanos();

    /** False for threads whose time is never known. */
    default boolean knowsCurrentThread() {
      return true;
    }
  }

  public void measureBy(Clock ofThreads) {
    clock = ofThreads;
  }

  /** Whether reading the clock has recently stayed within its budget. */
  boolean isAffordable(long nowNanos) {
    return allowance.isLeft(nowNanos);
  }

  void begin() {
    if (isHopeless()) {
      return; // nothing is left with a virtual thread, which may be one of very many
    }
    long[] mine = beginnings.get();
    if (mine == null) {
      mine = new long[1];
      beginnings.set(mine);
    }
    mine[0] = now();
  }

  /**
   * Nanoseconds since this thread's last start, which ends with this call; 0 if there is none,
   * negative if unknown.
   */
  long end() {
    if (isHopeless()) {
      return UNKNOWN;
    }
    long[] mine = beginnings.get();
    long from = mine == null ? NOT_BEGUN : mine[0];
    if (from == NOT_BEGUN) {
      return 0;
    }
    mine[0] = NOT_BEGUN;
    long to = from == UNKNOWN ? UNKNOWN : now();
    return to == UNKNOWN ? UNKNOWN : to - from;
  }

  private boolean isHopeless() {
    Clock ofThreads = clock;
    return ofThreads != null && !ofThreads.knowsCurrentThread();
  }

  private long now() {
    Clock ofThreads = clock;
    return ofThreads == null ? UNKNOWN : Math.max(UNKNOWN, read(ofThreads));
  }

  private long read(Clock ofThreads) {
    long before = System.nanoTime();
    long nanos = ofThreads.currentThreadNanos();
    long after = System.nanoTime();
    allowance.spend(after - before, after);
    return nanos;
  }
}
