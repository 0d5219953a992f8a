package io.jssekeeper.record;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;

/** Several sinks as one. An exception in one does not affect the others. */
public final class CompositeSink implements Sink {
  private volatile Sink[] sinks;
  private final BiConsumer<String, Throwable> failures;

  /** A literal allocates on first use, and there may be no heap where failures are reported. */
  private final String where;

  /**
   * @param failures receives what a sink threw
   */
  public CompositeSink(List<Sink> sinks, BiConsumer<String, Throwable> failures) {
    this.sinks = sinks.toArray(new Sink[0]);
    this.failures = failures;
    this.where = "sink";
  }

  /** Adds one more, from the next record on; {@link Sink#NONE} is left out. */
  public synchronized void add(Sink sink) {
    if (sink == Sink.NONE) {
      return;
    }
    Sink[] more = Arrays.copyOf(sinks, sinks.length + 1);
    more[sinks.length] = sink;
    sinks = more;
  }

  @Override
  public void accept(HandshakeRecord record) {
    for (Sink sink : sinks) {
      try {
        sink.accept(record);
      } catch (Throwable t) {
        failures.accept(where, t);
      }
    }
  }

  @Override
  public void flush() {
    for (Sink sink : sinks) {
      try {
        sink.flush();
      } catch (Throwable t) {
        failures.accept(where, t);
      }
    }
  }

  @Override
  public boolean isWaiting() {
    for (Sink sink : sinks) {
      if (isWaiting(sink)) {
        return true;
      }
    }
    return false;
  }

  private boolean isWaiting(Sink sink) {
    try {
      return sink.isWaiting();
    } catch (Throwable t) {
      failures.accept(where, t);
      return false;
    }
  }

  @Override
  public void close() {
    for (Sink sink : sinks) {
      try {
        sink.close();
      } catch (Throwable t) {
        failures.accept(where, t);
      }
    }
  }
}
