package io.jssekeeper.jmx;

import io.jssekeeper.core.Core;
import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Logfmt;
import io.jssekeeper.record.Savings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Handshakes as JMX shows them: counts, totals, and recent ones. Thread-safe. */
final class HandshakeQueries {
  private final Core core;

  HandshakeQueries(Core core) {
    this.core = core;
  }

  HandshakeCount[] counts() {
    List<HandshakeCount> counts = new ArrayList<>();
    for (Side side : Side.values()) {
      for (Result result : Result.values()) {
        long count = core.totals().of(side, result);
        counts.add(new HandshakeCount(side.word(), result.word(), count));
      }
    }
    return counts.toArray(new HandshakeCount[0]);
  }

  /** By side, result and reason, in one word each. */
  Map<String, Long> countsByName() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (ReasonCount row : byReason()) {
      String name = row.getSide() + " " + row.getResult() + " " + row.getReason();
      counts.put(name.trim(), row.getCount());
    }
    return counts;
  }

  TotalRow[] totals() {
    return TotalRow.of(core.totals());
  }

  ReasonCount[] byReason() {
    return ReasonCount.of(core.totals(), core.reasonTotals());
  }

  DetailCount[] byDetail() {
    return DetailCount.of(core.details());
  }

  FailureCount[] byFailure() {
    List<FailureCount> rows = new ArrayList<>();
    for (Side side : Side.values()) {
      for (Failure failure : Failure.values()) {
        long count = core.failures().of(side, failure);
        if (count > 0) {
          rows.add(new FailureCount(side.word(), failure.word(), count));
        }
      }
    }
    return rows.toArray(new FailureCount[0]);
  }

  /** By side and owner. */
  Map<String, Double> certificateDays() {
    return core.certificates().byName(System.currentTimeMillis());
  }

  SavingsRow[] savings() {
    List<SavingsRow> rows = new ArrayList<>();
    for (Savings.Row row : core.savings().rows()) {
      rows.add(new SavingsRow(row));
    }
    return rows.toArray(new SavingsRow[0]);
  }

  /** The latest ones after that number, oldest first. */
  HandshakeRow[] after(long number, int most) {
    List<HandshakeRow> rows = new ArrayList<>();
    for (Map.Entry<Long, HandshakeRecord> each : core.history().after(number).entrySet()) {
      rows.add(new HandshakeRow(each.getKey(), each.getValue()));
    }
    int unwanted = Math.max(0, rows.size() - Math.max(0, most));
    return rows.subList(unwanted, rows.size()).toArray(new HandshakeRow[0]);
  }

  /** Lines as in the log. */
  String[] recent() {
    List<String> lines = new ArrayList<>();
    for (HandshakeRecord record : core.history().recent()) {
      lines.add(Logfmt.line(record));
    }
    return lines.toArray(new String[0]);
  }
}
