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

  private ReasonCounts() {}

  static ReasonCount[] of(ReasonTotals costs) {
    List<ReasonCount> rows = new ArrayList<>();
    for (Side side : Side.values()) {
      for (Reason reason : Reason.values()) {
        add(rows, side, Result.FULL, reason, costs.of(side, Result.FULL, reason));
      }
      add(rows, side, Result.RESUMED, null, costs.of(side, Result.RESUMED, null));
      add(rows, side, Result.FAILED, null, costs.of(side, Result.FAILED, null));
    }
    return rows.toArray(new ReasonCount[0]);
  }

  static DetailCount[] of(Details details) {
    List<DetailCount> rows = new ArrayList<>();
    for (Details.Row row : details.rows()) {
      String reason = row.reason() == null ? "" : row.reason().word();
      double seconds = row.cost().nanos() / NANOS_PER_SECOND;
      ReasonCount ofReason =
          new ReasonCount(
              row.side().word(), row.result().word(), reason, row.cost().count(), seconds);
      rows.add(new DetailCount(ofReason, row.detail().word()));
    }
    return rows.toArray(new DetailCount[0]);
  }

  private static void add(
      List<ReasonCount> rows, Side side, Result result, Reason reason, ReasonTotals.Cost cost) {
    if (cost.count() > 0) {
      String word = reason == null ? "" : reason.word();
      double seconds = cost.nanos() / NANOS_PER_SECOND;
      rows.add(new ReasonCount(side.word(), result.word(), word, cost.count(), seconds));
    }
  }
}
