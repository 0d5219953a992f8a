package io.jssekeeper.clock;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Distinguishes steps of the wall clock from time that passes, and so can compute ages from
 * wall-clock times. Thread-safe; locks only to record a step.
 *
 * <p>Each look compares the wall clock with the monotonic one. A change of their difference is a
 * step, unless the machine was suspended: that time has passed, and counts. Steps shorter than
 * {@link #MIN_STEP_MILLIS} go unnoticed until they add up to it; beyond {@link #MAX_OFFSETS} steps
 * the oldest are forgotten. Of the looks within a millisecond only one compares: a resumed
 * handshake takes a tenth of that, and has several.
 */
public final class SteadyClock implements Ticker {
  static final long MIN_STEP_MILLIS = 200;
  static final int MAX_OFFSETS = 32;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** A reading that took longer is useless: this thread was preempted in the middle of it. */
  private static final long MAX_READING_NANOS = 50 * NANOS_PER_MILLI;

  private final ClockSource clocks;
  private final long startNanos;
  private final long startMillis;
  private final long startAsleepMillis;
  private final AtomicLong unreportedSteps = new AtomicLong();
  private volatile long asleepNanos;
  private volatile long polledNanos;
  private volatile long polledMillis;
  private volatile ClockOffsets offsets;

  public SteadyClock() {
    this(new SystemClockSource());
  }

  public SteadyClock(ClockSource clocks) {
    this.clocks = clocks;
    startNanos = clocks.nanos();
    polledNanos = startNanos;
    startMillis = clocks.wallMillis();
    startAsleepMillis = clocks.asleepMillis();
    polledMillis = startMillis;
    offsets = ClockOffsets.first();
  }

  /** Monotonic; continues through a suspension of the machine, as far as that is known. */
  @Override
  public long nanos() {
    return clocks.nanos() + asleepNanos;
  }

  /**
   * Milliseconds since the epoch by the wall clock as it was when this began, without the steps
   * since then.
   */
  public long steadyMillis() {
    long nanos = pollSometimes();
    return steadyMillis(nanos);
  }

  private long steadyMillis(long nanos) {
    return startMillis + (nanos + asleepNanos - startNanos) / NANOS_PER_MILLI;
  }

  /**
   * The age of something in milliseconds: 0 or more.
   *
   * <p>After a backward step the same wall-clock time occurs twice: the later one counts, since
   * otherwise new sessions would be too old from the start.
   *
   * @param createdMillis its creation time by the wall clock of that time
   */
  public long ageMillis(long createdMillis) {
    long now = steadyMillis();
    return Math.max(0, now - offsets.steady(createdMillis, now));
  }

  /** How far the wall clock has been stepped in total since a time by {@link #steadyMillis}. */
  public long steppedSince(long steadyMillis) {
    pollSometimes();
    ClockOffsets mine = offsets;
    return mine.offset() - mine.offsetAt(steadyMillis);
  }

  /** The total of all steps, in milliseconds, that this method has not returned before. */
  public long takeSteps() {
    return unreportedSteps.getAndSet(0);
  }

  /** Returns the time by the monotonic clock. */
  private long pollSometimes() {
    long nanos = clocks.nanos();
    if (nanos - polledNanos >= NANOS_PER_MILLI) {
      poll(nanos);
    }
    return nanos;
  }

  /** Notes whether the wall clock has been stepped since the last comparison. */
  public void poll() {
    poll(clocks.nanos());
  }

  private void poll(long nanos) {
    long wall = clocks.wallMillis();
    if (clocks.nanos() - nanos > MAX_READING_NANOS) {
      return;
    }
    long steady = steadyMillis(nanos);
    if (isStep(wall - steady - offsets.offset())) {
      note();
    } else {
      polledMillis = steady;
      polledNanos = nanos;
    }
  }

  private static boolean isStep(long millis) {
    return Math.abs(millis) >= MIN_STEP_MILLIS;
  }

  private synchronized void note() {
    asleepNanos = Math.max(asleepNanos, asleepMillis() * NANOS_PER_MILLI);
    long steady = steadyMillis(clocks.nanos());
    long step = clocks.wallMillis() - steady - offsets.offset();
    if (isStep(step)) {
      offsets = offsets.stepped(step, polledMillis, steady);
      unreportedSteps.addAndGet(step);
    }
    polledMillis = steady;
  }

  /** A shorter difference may not be a suspension: the two clocks are read one after the other. */
  private long asleepMillis() {
    long asleep = clocks.asleepMillis() - startAsleepMillis;
    return asleep < MIN_STEP_MILLIS ? 0 : asleep;
  }
}
