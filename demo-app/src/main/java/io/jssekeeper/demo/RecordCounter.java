package io.jssekeeper.demo;

import io.jssekeeper.demo.app.HandshakeCounts;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Counts the agent's handshake records in a JVM's standard error. */
final class RecordCounter implements Consumer<String> {
  private final LongAdder full = new LongAdder();
  private final LongAdder resumed = new LongAdder();

  @Override
  public void accept(String line) {
    if (line.startsWith("handshake=full ")) {
      full.increment();
    } else if (line.startsWith("handshake=resumed ")) {
      resumed.increment();
    }
  }

  HandshakeCounts counts() {
    return new HandshakeCounts(full.sum(), resumed.sum());
  }
}
