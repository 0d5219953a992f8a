package io.jssekeeper.core;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;

/** Counts internal errors that were caught. Prints the first. Thread-safe. */
public final class SuppressedErrors implements BiConsumer<String, Throwable> {
  private final LongAdder count = new LongAdder();
  private final AtomicBoolean said = new AtomicBoolean();
  private volatile String last = "";
  private volatile Class<?> untold;
  private volatile Runnable breaker;

  /**
   * Is run with each failure, by the thread that failed; but not for want of heap, which the
   * application has used up, and may have again.
   */
  public void toBreaker(Runnable newBreaker) {
    breaker = newBreaker;
  }

  /**
   * Throws nothing, even where there is no heap left to tell of a failure: threads depend on it.
   */
  @Override
  public void accept(String where, Throwable failure) {
    try {
      count.increment();
      note(where + ": " + text(failure));
      Runnable each = breaker;
      if (each != null && !(failure instanceof OutOfMemoryError)) {
        each.run();
      }
    } catch (Throwable t) {
      untold = failure.getClass(); // takes no heap
    }
  }

  private void note(String what) {
    last = what;
    untold = null;
    if (said.compareAndSet(false, true)) {
      Notices.print(
          "internal error, ignored; TLS is not affected ("
              + what
              + "); further errors are only counted, as ErrorsSwallowed");
    }
  }

  /** A failure's own text may be what fails. */
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

  /** Where and what the last was, or its kind if it could not be told; empty if there was none. */
  public String last() {
    Class<?> kind = untold;
    return kind == null ? last : kind.getName();
  }
}
