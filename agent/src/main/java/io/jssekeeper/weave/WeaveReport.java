package io.jssekeeper.weave;

import io.jssekeeper.weave.WeaveState.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of each weave. Thread-safe. */
public final class WeaveReport {
  /** Is told, once for each weave, that it is off. */
  public interface Listener {
    void off(WeaveState state);
  }

  private final Map<WeavePoint, WeaveState> states = new LinkedHashMap<>();
  private final Listener listener;

  WeaveReport(List<WeavePoint> rows, Listener listener) {
    this.listener = listener;
    for (WeavePoint row : rows) {
      states.put(row, new WeaveState(row.label(), State.WAITING, ""));
    }
  }

  /** One state for each row of the table, in its order. */
  public List<WeaveState> states() {
    for (WeavePoint point : waiting()) {
      if (!Names.isInThisJdk(point.owner)) {
        set(point, State.ABSENT, "this JDK has no such class: another row stands for it");
      }
    }
    return snapshot();
  }

  private synchronized List<WeaveState> snapshot() {
    return new ArrayList<>(states.values());
  }

  private synchronized List<WeavePoint> waiting() {
    List<WeavePoint> waiting = new ArrayList<>();
    for (Map.Entry<WeavePoint, WeaveState> entry : states.entrySet()) {
      if (entry.getValue().state() == State.WAITING) {
        waiting.add(entry.getKey());
      }
    }
    return waiting;
  }

  synchronized void unwoven() {
    for (Map.Entry<WeavePoint, WeaveState> entry : states.entrySet()) {
      entry.setValue(new WeaveState(entry.getKey().label(), State.UNDONE, ""));
    }
  }

  void active(WeavePoint point) {
    set(point, State.ACTIVE, "");
  }

  /**
   * @param declared whether the class declares the method
   */
  void absent(WeavePoint point, boolean declared) {
    if (point.fineIfAbsent() != null) {
      set(point, State.ABSENT, point.fineIfAbsent() + ": nothing is lost");
      return;
    }
    off(point, State.ABSENT, point.absence(declared) + ": " + point.lost);
  }

  void failed(WeavePoint point, Throwable cause) {
    off(point, State.FAILED, cause + ": " + point.lost);
  }

  private void off(WeavePoint point, State state, String detail) {
    if (set(point, state, detail)) {
      try {
        listener.off(new WeaveState(point.label(), state, detail));
      } catch (RuntimeException e) {
        // The state tells it too, and a listener must not keep a class from being woven.
      }
    }
  }

  /** Returns whether that is news. */
  private synchronized boolean set(WeavePoint point, State state, String detail) {
    return states.put(point, new WeaveState(point.label(), state, detail)).state() != state;
  }
}
