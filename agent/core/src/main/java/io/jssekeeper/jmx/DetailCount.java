package io.jssekeeper.jmx;

import io.jssekeeper.record.Details;
import java.util.ArrayList;
import java.util.List;

/**
 * How many handshakes of one side, result and reason had one detail, as JMX shows it. Immutable.
 */
public final class DetailCount {
  private final ReasonCount ofReason;
  private final String detail;

  /**
   * @param ofReason the side, result and reason, and how many of these had the detail
   */
  public DetailCount(ReasonCount ofReason, String detail) {
    this.ofReason = ofReason;
    this.detail = detail;
  }

  /** One for each side, result, reason and detail with handshakes. */
  static DetailCount[] of(Details details) {
    List<DetailCount> counts = new ArrayList<>();
    for (Details.Row row : details.rows()) {
      ReasonCount ofReason = ReasonCount.of(row.side(), row.result(), row.reason(), row.cost());
      counts.add(new DetailCount(ofReason, row.detail().word()));
    }
    return counts.toArray(new DetailCount[0]);
  }

  public String getSide() {
    return ofReason.getSide();
  }

  public String getResult() {
    return ofReason.getResult();
  }

  /** Why they were full; empty for handshakes that were not. */
  public String getReason() {
    return ofReason.getReason();
  }

  /** What is known beyond the reason. */
  public String getDetail() {
    return detail;
  }

  public long getCount() {
    return ofReason.getCount();
  }

  /** Their total wall-clock time, in seconds. */
  public double getSeconds() {
    return ofReason.getSeconds();
  }
}
