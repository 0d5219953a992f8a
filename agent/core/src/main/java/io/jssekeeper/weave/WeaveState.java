package io.jssekeeper.weave;

/** The state of one weave. Immutable. */
public final class WeaveState {
  /** The states. */
  public enum State {
    /**
     * Its class is not loaded yet, and is woven when it is; or it was loaded while the heap was
     * full.
     */
    WAITING("waiting"),
    /** The method calls the hook. */
    ACTIVE("active"),
    /** This JDK does not declare the method, and something is lost. */
    ABSENT("absent"),
    /** This JDK does not need it, and nothing is lost. */
    UNNEEDED("unneeded"),
    /** The class could not be changed. */
    FAILED("failed"),
    /** The method should have called the hook in the self-check, but did not. */
    SILENT("silent"),
    /** The method is the JDK's own again. */
    UNDONE("undone");

    private final String word;

    State(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  private final WeavePoint point;
  private final State state;
  private final String detail;

  WeaveState(WeavePoint point, State state, String detail) {
    this.point = point;
    this.state = state;
    this.detail = detail;
  }

  /** The method, as {@code Class.method(Arguments)}. */
  public String point() {
    return point.label();
  }

  public State state() {
    return state;
  }

  /** What is off and why; empty unless absent, unneeded, failed or silent. */
  public String detail() {
    return detail;
  }

  /** One sentence that says it is off, and why. */
  public String sentence() {
    return point() + (state == State.SILENT ? " is woven, but " : " is not woven, ") + detail;
  }

  /** Whether something is wrong, other than that this JDK lacks the method. */
  public boolean isTrouble() {
    return state == State.FAILED || state == State.SILENT;
  }
}
