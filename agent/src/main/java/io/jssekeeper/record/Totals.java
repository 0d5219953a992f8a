package io.jssekeeper.record;

import java.util.concurrent.atomic.LongAdder;

/** How many handshakes there were, by side and result. Thread-safe. */
public final class Totals implements Sink {
  private final LongAdder[][] counts = new LongAdder[Side.values().length][Result.values().length];

  public Totals() {
    for (LongAdder[] ofSide : counts) {
      for (int i = 0; i < ofSide.length; i++) {
        ofSide[i] = new LongAdder();
      }
    }
  }

  @Override
  public void accept(HandshakeRecord record) {
    counts[record.side().ordinal()][record.result().ordinal()].increment();
  }

  public long of(Side side, Result result) {
    return counts[side.ordinal()][result.ordinal()].sum();
  }
}
