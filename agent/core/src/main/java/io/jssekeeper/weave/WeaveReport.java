package io.jssekeeper.weave;

import io.jssekeeper.weave.WeaveState.State;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The state of each weave. Thread-safe. */
public final class WeaveReport {
  /** Notified, once for each weave, that it is off. */
  public interface Listener {
    void off(WeaveState state);
  }

  private final Map<WeavePoint, WeaveState> states = new LinkedHashMap<>();
  private final Listener listener;

  WeaveReport(List<WeavePoint> rows, Listener listener) {
    this.listener = listener;
    for (WeavePoint row : rows) {
      states.put(row, new WeaveState(row, State.WAITING, ""));
    }
  }

  /** One state for each row of the table, in its order. */
  public List<WeaveState> states() {
    for (WeavePoint point : in(State.WAITING)) {
      if (!Names.isInThisJdk(point.owner)) {
        missing(point);
      }
    }
    return snapshot();
  }

  private void missing(WeavePoint point) {
    if (point.fineIfAbsent() != null) {
      unneeded(point);
    } else {
      set(point, State.ABSENT, "this JDK has no such class: " + point.lost);
    }
  }

  private void unneeded(WeavePoint point) {
    set(point, State.UNNEEDED, point.fineIfAbsent() + ": nothing is lost");
  }

  private synchronized List<WeaveState> snapshot() {
    return new ArrayList<>(states.values());
  }

  private synchronized List<WeavePoint> in(State state) {
    List<WeavePoint> points = new ArrayList<>();
    for (Map.Entry<WeavePoint, WeaveState> entry : states.entrySet()) {
      if (entry.getValue().state() == state) {
        points.add(entry.getKey());
      }
    }
    return points;
  }

  /**
   * Applies the self-check's result to the active weaves. Returns how many called their hooks.
   *
   * @param scenes the events that happened in it; weaves that should have called their hooks in
   *     them, but did not, are silent from now on
   * @param calls which woven methods called which hooks
   */
  public int selfChecked(Set<Trigger> scenes, Set<String> calls) {
    int called = 0;
    for (WeavePoint point : in(State.ACTIVE)) {
      if (calls.contains(point.call())) {
        called++;
      } else if (scenes.contains(point.trigger())) {
        off(point, State.SILENT, "did not call its hook in the self-check: " + point.lost);
      }
    }
    return called;
  }

  /** The internal names of the classes that still have something to be woven. */
  Set<String> waiting() {
    Set<String> owners = new HashSet<>();
    for (WeavePoint point : in(State.WAITING)) {
      owners.add(point.owner);
    }
    return owners;
  }

  /** Whether any class of the JDK's TLS code is loaded and woven. */
  public boolean isAnyActive() {
    return !in(State.ACTIVE).isEmpty();
  }

  synchronized void unwoven() {
    for (Map.Entry<WeavePoint, WeaveState> entry : states.entrySet()) {
      entry.setValue(new WeaveState(entry.getKey(), State.UNDONE, ""));
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
      unneeded(point);
      return;
    }
    off(point, State.ABSENT, point.absence(declared) + ": " + point.lost);
  }

  /** Its option is off. */
  void notChosen(WeavePoint point) {
    set(point, State.UNNEEDED, point.whyNotChosen());
  }

  void failed(WeavePoint point, Throwable cause) {
    off(point, State.FAILED, cause + ": " + point.lost);
  }

  private void off(WeavePoint point, State state, String detail) {
    if (set(point, state, detail)) {
      try {
        listener.off(new WeaveState(point, state, detail));
      } catch (RuntimeException e) {
        // The state shows it too, and a listener must not keep a class from being woven.
      }
    }
  }

  /** Returns whether that is a change. */
  private synchronized boolean set(WeavePoint point, State state, String detail) {
    return states.put(point, new WeaveState(point, state, detail)).state() != state;
  }
}
