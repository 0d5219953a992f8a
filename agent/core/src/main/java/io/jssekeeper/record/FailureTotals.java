package io.jssekeeper.record;

import io.jssekeeper.model.Failure;
import io.jssekeeper.model.Result;
import io.jssekeeper.model.Side;
import java.util.concurrent.atomic.AtomicLongArray;

/** How many handshakes failed, by side and by how. Thread-safe. */
public final class FailureTotals implements Sink {
  private static final int FAILURES = Failure.values().length;

  private final AtomicLongArray counts = new AtomicLongArray(Side.values().length * FAILURES);

  @Override
  public void accept(HandshakeRecord record) {
    if (record.result() == Result.FAILED) {
      counts.incrementAndGet(slot(record.side(), record.failure()));
    }
  }

  public long of(Side side, Failure failure) {
    return counts.get(slot(side, failure));
  }

  private static int slot(Side side, Failure failure) {
    return side.ordinal() * FAILURES + failure.ordinal();
  }
}
