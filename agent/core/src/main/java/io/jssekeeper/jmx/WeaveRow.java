package io.jssekeeper.jmx;

import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.util.ArrayList;
import java.util.List;

/** A weave and its state, as JMX shows it. Immutable. */
public final class WeaveRow {
  private final String point;
  private final String state;
  private final String detail;

  public WeaveRow(String point, String state, String detail) {
    this.point = point;
    this.state = state;
    this.detail = detail;
  }

  static WeaveRow[] of(WeaveReport weaves) {
    List<WeaveRow> rows = new ArrayList<>();
    for (WeaveState state : weaves.states()) {
      rows.add(new WeaveRow(state.point(), state.state().word(), state.detail()));
    }
    return rows.toArray(new WeaveRow[0]);
  }

  /** The JDK's method. */
  public String getPoint() {
    return point;
  }

  /**
   * {@code active}, {@code waiting}, {@code unneeded}, {@code absent}, {@code failed}, {@code
   * silent} or {@code undone}.
   */
  public String getState() {
    return state;
  }

  /** What is off and why; else empty. */
  public String getDetail() {
    return detail;
  }
}
