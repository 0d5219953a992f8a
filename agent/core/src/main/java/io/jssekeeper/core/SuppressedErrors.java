package io.jssekeeper.core;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts internal errors that were caught, and prints the first. Thread-safe. */
public final class SuppressedErrors implements BiConsumer<String, Throwable> {
  private final LongAdder count = new LongAdder();
  private final AtomicBoolean said = new AtomicBoolean();
  private final AtomicBoolean unreadableSaid = new AtomicBoolean();
  private volatile String last = "";
  private volatile Class<?> untold;
  private volatile Runnable breaker;

  /**
   * Run with each failure, by the thread that failed; but not for lack of heap, which the
   * application has used up, and may have again.
   */
  public void toBreaker(Runnable newBreaker) {
    breaker = newBreaker;
  }

  /** Never throws, even if there is no heap left to report a failure: threads depend on it. */
  @Override
  public void accept(String where, Throwable failure) {
    try {
      count.increment();
      note(where + ": " + text(failure), failure);
      Runnable each = breaker;
      if (each != null && !(failure instanceof OutOfMemoryError)) {
        each.run();
      }
    } catch (Throwable t) {
      untold = failure.getClass(); // allocates nothing
    }
  }

  private void note(String what, Throwable failure) {
    last = what;
    untold = null;
    if (isUnreadable(failure)) {
      sayUnreadable(what);
    } else if (said.compareAndSet(false, true)) {
      Notices.print(
          "internal error, ignored; TLS is not affected ("
              + what
              + "); further errors are only counted, as ErrorsSwallowed");
    }
  }

  /** A class of the agent that the jar no longer provides. */
  private static boolean isUnreadable(Throwable failure) {
    return (failure instanceof LinkageError || failure instanceof ClassNotFoundException)
        && text(failure).contains("jssekeeper")
        && !text(failure).contains("initialize");
  }

  private void sayUnreadable(String what) {
    if (unreadableSaid.compareAndSet(false, true)) {
      Notices.print(
          "a class cannot be read from the agent's jar, which was overwritten or removed while in"
              + " use; what needs it does not work until this JVM restarts ("
              + what
              + "); to replace the jar, rename a new file to it");
    }
  }

  /** A failure's own message may be what fails. */
  private static String text(Throwable failure) {
    try {
      return failure.toString();
    } catch (RuntimeException e) {
      return failure.getClass().getName();
    }
  }

  public long count() {
    return count.sum();
  }

  /**
   * Where and what the last one was, or its type if the rest could not be reported; empty if none.
   */
  public String last() {
    Class<?> kind = untold;
    return kind == null ? last : kind.getName();
  }
}
