package io.jssekeeper.jmx;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.Details;
import io.jssekeeper.record.ReasonTotals;
import java.util.ArrayList;
import java.util.List;

/** What handshakes cost as JMX shows it: a row for each reason that there was. */
final class ReasonCounts {
  private static final double NANOS_PER_SECOND = 1_000_000_000;

  private final List<ReasonCount> rows = new ArrayList<>();

  private ReasonCounts() {}

  static ReasonCount[] of(ReasonTotals totals) {
    ReasonCounts counts = new ReasonCounts();
    for (Side side : Side.values()) {
      for (Reason reason : Reason.values()) {
        counts.add(side, Result.FULL, reason, totals);
      }
      counts.add(side, Result.RESUMED, null, totals);
      counts.add(side, Result.FAILED, null, totals);
    }
    return counts.rows.toArray(new ReasonCount[0]);
  }

  private void add(Side side, Result result, Reason reason, ReasonTotals totals) {
    ReasonTotals.Cost cost = totals.of(side, result, reason);
    if (cost.count() > 0) {
      rows.add(
          new ReasonCount(
              side.word(), result.word(), word(reason), cost.count(), seconds(cost.nanos())));
    }
  }

  static DetailCount[] of(Details details) {
    List<DetailCount> rows = new ArrayList<>();
    for (Details.Row row : details.rows()) {
      ReasonCount ofReason =
          new ReasonCount(
              row.side().word(),
              row.result().word(),
              word(row.reason()),
              row.cost().count(),
              seconds(row.cost().nanos()));
      rows.add(new DetailCount(ofReason, row.detail().word()));
    }
    return rows.toArray(new DetailCount[0]);
  }

  private static String word(Reason reason) {
    return reason == null ? "" : reason.word();
  }

  private static double seconds(long nanos) {
    return nanos / NANOS_PER_SECOND;
  }
}
