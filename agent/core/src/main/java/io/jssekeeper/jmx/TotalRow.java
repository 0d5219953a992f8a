package io.jssekeeper.jmx;

import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeTotals;
import io.jssekeeper.record.TimerTotal;
import java.util.ArrayList;
import java.util.List;

/**
 * How many handshakes of one side and protocol had one result, and how long they took, as JMX shows
 * it. Immutable.
 */
public final class TotalRow {
  private static final double NANOS_PER_SECOND = 1e9;

  private final String side;
  private final String protocol;
  private final String result;
  private final long count;
  private final double tookSeconds;
  private final long tookMeasured;
  private final double cpuSeconds;
  private final long cpuMeasured;

  TotalRow(Side side, String protocol, Result result, TimerTotal total) {
    this.side = side.word();
    this.protocol = protocol;
    this.result = result.word();
    count = total.count();
    tookSeconds = total.tookOfAll() / NANOS_PER_SECOND;
    tookMeasured = total.took().count();
    cpuSeconds = total.cpuOfAll() / NANOS_PER_SECOND;
    cpuMeasured = total.cpu().count();
  }

  /** One for each side, protocol and result that has occurred. */
  public static TotalRow[] of(HandshakeTotals totals) {
    List<TotalRow> rows = new ArrayList<>();
    for (HandshakeTotals.Row row : totals.rows()) {
      for (Result result : Result.values()) {
        TimerTotal total = row.of(result);
        if (total.count() > 0) {
          rows.add(new TotalRow(row.side(), row.protocol(), result, total));
        }
      }
    }
    return rows.toArray(new TotalRow[0]);
  }

  public String getSide() {
    return side;
  }

  /** Empty for handshakes that failed before one was negotiated. */
  public String getProtocol() {
    return protocol;
  }

  public String getResult() {
    return result;
  }

  public long getCount() {
    return count;
  }

  /** Total wall-clock time: measured ones, plus a typical time for each other one. */
  public double getTookSeconds() {
    return tookSeconds;
  }

  /** The number of handshakes whose wall-clock time is known. */
  public long getTookMeasured() {
    return tookMeasured;
  }

  /** Total CPU time of this JVM: the same. */
  public double getCpuSeconds() {
    return cpuSeconds;
  }

  /**
   * The number of handshakes whose CPU time is known; where it is 0, so is {@link
   * #getCpuSeconds()}.
   */
  public long getCpuMeasured() {
    return cpuMeasured;
  }
}
