package io.jssekeeper.record;

import java.util.concurrent.atomic.LongAdder;

/**
 * The number of handshakes of one kind, and the total time of those that were measured.
 * Thread-safe.
 */
public final class TimerTotal {
  private final LongAdder count = new LongAdder();
  private final ReasonTotals.Cost took = new ReasonTotals.Cost();
  private final ReasonTotals.Cost cpu = new ReasonTotals.Cost();
  private final Recent recentlyTook = new Recent();
  private final Recent recentCpu = new Recent();

  /**
   * @param warm whether it tells what one takes mostly: not where the JVM made the first ones of
   *     its kind
   */
  void add(HandshakeRecord record, boolean warm) {
    count.increment();
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
    return count.sum();
  }

  /** On the wall; of those only whose beginning was seen. */
  public ReasonTotals.Cost took() {
    return took;
  }

  /** CPU time of this JVM's threads; of those only for which it is known. */
  public ReasonTotals.Cost cpu() {
    return cpu;
  }

  /** What one takes, on the wall, in nanoseconds; {@code NaN} if that is not known. */
  double typicallyTakes() {
    return recentlyTook.median();
  }

  /** What one takes of CPU time, in nanoseconds; {@code NaN} if that is not known. */
  double typicalCpu() {
    return recentCpu.median();
  }

  /** Nanoseconds on the wall that all took; 0 if none was measured. */
  public double tookOfAll() {
    return ofAll(took, typicallyTakes());
  }

  /** Nanoseconds of CPU time that all took; 0 if none was measured. */
  public double cpuOfAll() {
    return ofAll(cpu, typicalCpu());
  }

  /**
   * What was measured, and for each that was not what one takes typically; on average if unknown.
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
