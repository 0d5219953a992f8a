package io.jssekeeper.jmx;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeTotals;
import io.jssekeeper.record.ReasonTotals;
import java.util.ArrayList;
import java.util.List;

/** How many handshakes of one side had one result for one reason, as JMX shows it. Immutable. */
public final class ReasonCount {
  private static final double NANOS_PER_SECOND = 1_000_000_000;

  private final String side;
  private final String result;
  private final String reason;
  private final long count;
  private final double seconds;

  public ReasonCount(String side, String result, String reason, long count, double seconds) {
    this.side = side;
    this.result = result;
    this.reason = reason;
    this.count = count;
    this.seconds = seconds;
  }

  /** One for each side, result and reason with handshakes. */
  static ReasonCount[] of(HandshakeTotals totals, ReasonTotals reasons) {
    List<ReasonCount> counts = new ArrayList<>();
    for (Side side : Side.values()) {
      for (Reason reason : Reason.values()) {
        addIfAny(counts, of(side, Result.FULL, reason, reasons.of(side, reason)));
      }
      addIfAny(counts, of(side, Result.RESUMED, totals));
      addIfAny(counts, of(side, Result.FAILED, totals));
    }
    return counts.toArray(new ReasonCount[0]);
  }

  private static ReasonCount of(Side side, Result result, HandshakeTotals totals) {
    double seconds = totals.nanosOf(side, result) / NANOS_PER_SECOND;
    return new ReasonCount(side.word(), result.word(), "", totals.of(side, result), seconds);
  }

  private static void addIfAny(List<ReasonCount> counts, ReasonCount next) {
    if (next.count > 0) {
      counts.add(next);
    }
  }

  /**
   * @param reason null where the result is not full
   */
  static ReasonCount of(Side side, Result result, Reason reason, ReasonTotals.Cost cost) {
    String word = reason == null ? "" : reason.word();
    double seconds = cost.nanos() / NANOS_PER_SECOND;
    return new ReasonCount(side.word(), result.word(), word, cost.count(), seconds);
  }

  public String getSide() {
    return side;
  }

  public String getResult() {
    return result;
  }

  /** Why it was full; empty for handshakes that were not. */
  public String getReason() {
    return reason;
  }

  public long getCount() {
    return count;
  }

  /** Their total wall-clock time, in seconds. */
  public double getSeconds() {
    return seconds;
  }
}
