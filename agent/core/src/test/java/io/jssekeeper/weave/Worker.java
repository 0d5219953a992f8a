package io.jssekeeper.weave;

/** Woven under another name. */
public class Worker {
  static int count = 3;

  private final Object made;

  public Worker(Object made) {
    this.made = made;
    if (made == null) {
      return;
    }
    Calls.body("constructor's body");
  }

  /** Reads the field twice, and writes it once. */
  public static int twice() {
    int sum = count + count;
    count = sum;
    return sum;
  }

  /** Has several returns, with frames before and after them. */
  public Object work(Object argument, long wide, Object last) {
    Calls.body("body");
    if (argument == null) {
      return made;
    }
    for (int i = 0; i < 3; i++) {
      if (i == wide) {
        return i + wide;
      }
    }
    try {
      return ((Number) argument).longValue() + wide;
    } catch (ClassCastException e) {
      if (last == null) {
        throw new IllegalStateException("thrown by the body");
      }
      return last;
    }
  }

  /** Calls what a hook is to replace. */
  public long timed(int factor) {
    return 10 * Calls.clock() + factor;
  }
}
