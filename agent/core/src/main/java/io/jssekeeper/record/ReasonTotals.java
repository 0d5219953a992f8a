package io.jssekeeper.record;

import io.jssekeeper.model.Reason;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.concurrent.atomic.LongAdder;

/** The number of full handshakes for each reason, and how long they took. Thread-safe. */
public final class ReasonTotals implements Sink {
  private final Cost[][] totals = new Cost[Side.values().length][Reason.values().length];

  public ReasonTotals() {
    for (Cost[] ofSide : totals) {
      for (int i = 0; i < ofSide.length; i++) {
        ofSide[i] = new Cost();
      }
    }
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (record.result() == Result.FULL) {
      of(record.side(), record.reason()).add(record.tookNanos());
    }
  }

  public Cost of(Side side, Reason reason) {
    return totals[side.ordinal()][reason.ordinal()];
  }

  /** Of a group of handshakes. */
  public static final class Cost {
    private final LongAdder count = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long tookNanos) {
      count.increment();
      nanos.add(Math.max(0, tookNanos));
    }

    public long count() {
      return count.sum();
    }

    /** Total wall-clock time. */
    public long nanos() {
      return nanos.sum();
    }

    /** The average. Not to be called while there are none. */
    double mean() {
      return (double) nanos() / count();
    }
  }
}
