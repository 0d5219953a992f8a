package io.jssekeeper.record;

import io.jssekeeper.model.Detail;
import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** The number of handshakes with each detail, and how long they took. Thread-safe. */
public final class Details implements Sink {
  private static final int DETAILS = Detail.values().length;

  /** By side, reason (with one slot for failures) and detail; null where there was none. */
  private final AtomicReferenceArray<Row> rows =
      new AtomicReferenceArray<>(Side.values().length * (Reason.values().length + 1) * DETAILS);

  @Override
  public void accept(HandshakeRecord record) {
    if (record.detail() != null) {
      row(record).cost.add(record.tookNanos());
    }
  }

  private Row row(HandshakeRecord record) {
    int slot = slot(record);
    Row row = rows.get(slot);
    if (row == null) {
      rows.compareAndSet(slot, null, new Row(record));
      row = rows.get(slot);
    }
    return row;
  }

  private static int slot(HandshakeRecord record) {
    int reason = record.reason() == null ? Reason.values().length : record.reason().ordinal();
    int ofSide = record.side().ordinal() * (Reason.values().length + 1) + reason;
    return ofSide * DETAILS + record.detail().ordinal();
  }

  /** One for each combination that has occurred. */
  public List<Row> rows() {
    List<Row> all = new ArrayList<>();
    for (int slot = 0; slot < rows.length(); slot++) {
      Row row = rows.get(slot);
      if (row != null) {
        all.add(row);
      }
    }
    return all;
  }

  /** Whether any handshake has had that detail. */
  public boolean has(Detail detail) {
    for (Row row : rows()) {
      if (row.detail == detail) {
        return true;
      }
    }
    return false;
  }

  /** For one side, result, reason and detail. */
  public static final class Row {
    private final Side side;
    private final Result result;
    private final Reason reason;
    private final Detail detail;
    private final ReasonTotals.Cost cost = new ReasonTotals.Cost();

    private Row(HandshakeRecord one) {
      side = one.side();
      result = one.result();
      reason = one.reason();
      detail = one.detail();
    }

    public Side side() {
      return side;
    }

    public Result result() {
      return result;
    }

    /** Null where the result is not full. */
    public Reason reason() {
      return reason;
    }

    public Detail detail() {
      return detail;
    }

    public ReasonTotals.Cost cost() {
      return cost;
    }
  }
}
