package io.jssekeeper.record;

import java.util.concurrent.atomic.LongAdder;

/**
 * The number of handshakes of one kind, and the total time of those that were measured.
 * Thread-safe.
 */
public final class TimerTotal {
  /** Those whose beginning was not seen; {@link #took} counts the others. */
  private final LongAdder unseen = new LongAdder();

  private final ReasonTotals.Cost took = new ReasonTotals.Cost();
  private final ReasonTotals.Cost cpu = new ReasonTotals.Cost();
  private final Recent recentlyTook = new Recent();
  private final Recent recentCpu = new Recent();

  /**
   * @param warm whether it represents typical handshakes: not for the first ones of their kind in a
   *     JVM
   */
  void add(HandshakeRecord record, boolean warm) {
    if (record.tookNanos() < 0) {
      unseen.increment();
    }
    addKnown(took, recentlyTook, record.tookNanos(), warm);
    addKnown(cpu, recentCpu, record.cpuNanos(), warm);
  }

  private static void addKnown(ReasonTotals.Cost cost, Recent recent, long nanos, boolean warm) {
    if (nanos >= 0) {
      cost.add(nanos);
      if (warm) {
        recent.add(nanos);
      }
    }
  }

  public long count() {
    return took.count() + unseen.sum();
  }

  /** Wall-clock time of handshakes whose beginning was seen. */
  public ReasonTotals.Cost took() {
    return took;
  }

  /** CPU time of this JVM's threads, for handshakes where it is known. */
  public ReasonTotals.Cost cpu() {
    return cpu;
  }

  /** Typical wall-clock time in nanoseconds; {@code NaN} if unknown. */
  double typicallyTakes() {
    return recentlyTook.median();
  }

  /** Typical CPU time in nanoseconds; {@code NaN} if unknown. */
  double typicalCpu() {
    return recentCpu.median();
  }

  /** Total wall-clock nanoseconds; 0 if none was measured. */
  public double tookOfAll() {
    return ofAll(took, typicallyTakes());
  }

  /** Total CPU nanoseconds; 0 if none was measured. */
  public double cpuOfAll() {
    return ofAll(cpu, typicalCpu());
  }

  /**
   * The measured total, plus the typical time for each one that was not measured; the average if
   * that is unknown.
   */
  private double ofAll(ReasonTotals.Cost measured, double typical) {
    long known = measured.count();
    if (known == 0) {
      return 0;
    }
    double each = Double.isNaN(typical) ? measured.mean() : typical;
    return measured.nanos() + Math.max(0, count() - known) * each;
  }
}
