package io.jssekeeper.record;

import java.util.ArrayList;
import java.util.List;

/**
 * What resumption saved, and what avoidable full handshakes cost: by side and protocol, from how
 * much longer a full handshake takes there than a resumed one, on average. Thread-safe.
 */
public final class Savings {
  private final Totals totals;

  public Savings(Totals totals) {
    this.totals = totals;
  }

  /** A row for each side and protocol that a handshake came to its end with, in their order. */
  public Iterable<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (Totals.Row row : totals.rows()) {
      if (row.of(Result.FULL).count() + row.of(Result.RESUMED).count() > 0) {
        rows.add(new Row(row));
      }
    }
    return rows;
  }

  /** Of one side and protocol. */
  public static final class Row {
    private final Totals.Row totals;

    private Row(Totals.Row totals) {
      this.totals = totals;
    }

    public Side side() {
      return totals.side();
    }

    public String protocol() {
      return totals.protocol();
    }

    /** How many full handshakes were {@linkplain Reason#isAvoidable avoidable}. */
    public long avoidable() {
      return totals.avoidable();
    }

    /** On the wall. */
    public Times took() {
      return new Times(totals.of(Result.FULL).took(), totals.of(Result.RESUMED).took());
    }

    /** CPU time of this JVM's threads. */
    public Times cpu() {
      return new Times(totals.of(Result.FULL).cpu(), totals.of(Result.RESUMED).cpu());
    }
  }

  /** One kind of time of full and resumed handshakes. What is not known is left out. */
  public static final class Times {
    private final Costs.Cost full;
    private final Costs.Cost resumed;

    private Times(Costs.Cost full, Costs.Cost resumed) {
      this.full = full;
      this.resumed = resumed;
    }

    public Costs.Cost full() {
      return full;
    }

    public Costs.Cost resumed() {
      return resumed;
    }

    /**
     * Nanoseconds that a full handshake takes longer than a resumed one, on average; 0 as long as
     * none of one kind was measured, or it is not so.
     */
    public double difference() {
      boolean known = full.count() > 0 && resumed.count() > 0;
      return known ? Math.max(0, full.mean() - resumed.mean()) : 0;
    }
  }
}
