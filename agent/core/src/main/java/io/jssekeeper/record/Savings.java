package io.jssekeeper.record;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * What resumption saved and what avoidable full handshakes cost, by side and protocol: how much
 * longer a full handshake takes than a resumed one, by the medians of the latest ones. A cold JVM's
 * first handshakes are left out: they are full, and slow for reasons that resumption does not
 * change. Thread-safe.
 */
public final class Savings {
  private final HandshakeTotals totals;

  public Savings(HandshakeTotals totals) {
    this.totals = totals;
  }

  /** A row for each side and protocol with completed handshakes, in their order. */
  public Iterable<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (HandshakeTotals.Row row : totals.rows()) {
      if (row.of(Result.FULL).count() + row.of(Result.RESUMED).count() > 0) {
        rows.add(new Row(row));
      }
    }
    return rows;
  }

  /** For one side and protocol. */
  public static final class Row {
    private final HandshakeTotals.Row totals;

    private Row(HandshakeTotals.Row totals) {
      this.totals = totals;
    }

    public Side side() {
      return totals.side();
    }

    public String protocol() {
      return totals.protocol();
    }

    /** The number of full handshakes whose beginning was seen. */
    public long full() {
      return totals.of(Result.FULL).took().count();
    }

    /** The number of resumed handshakes whose beginning was seen. */
    public long resumed() {
      return totals.of(Result.RESUMED).took().count();
    }

    /** How many full handshakes were {@linkplain Reason#isAvoidable avoidable}. */
    public long avoidable() {
      return totals.avoidable();
    }

    /** Wall-clock time. */
    public Times took() {
      return new Times(
          totals.of(Result.FULL).typicallyTakes(), totals.of(Result.RESUMED).typicallyTakes());
    }

    /** CPU time of this JVM's threads. */
    public Times cpu() {
      return new Times(totals.of(Result.FULL).typicalCpu(), totals.of(Result.RESUMED).typicalCpu());
    }
  }

  /** What one full and one resumed handshake take, in nanoseconds. */
  public static final class Times {
    private final double full;
    private final double resumed;

    private Times(double full, double resumed) {
      this.full = full;
      this.resumed = resumed;
    }

    /**
     * How many nanoseconds less the resumed ones took than full ones would have, or the full ones
     * more than resumed ones; {@code NaN} if unknown. Never more than full ones take.
     */
    public double of(long handshakes) {
      return handshakes == 0 ? 0 : handshakes * difference();
    }

    /** Per handshake; 0 if a full one takes no longer. */
    double difference() {
      return Math.max(0, full - resumed); // NaN if either is
    }
  }
}
