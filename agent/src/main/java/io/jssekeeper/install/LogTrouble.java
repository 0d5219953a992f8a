package io.jssekeeper.install;

import io.jssekeeper.sink.LogSink;
import java.io.IOException;
import java.util.concurrent.atomic.LongAdder;

/**
 * Says once that the log cannot be written, and counts the records that were lost by it.
 * Thread-safe.
 */
final class LogTrouble implements LogSink.Trouble {
  private final LongAdder lost = new LongAdder();

  @Override
  public void failing(String target, IOException cause) {
    Notices.say(
        "handshake records cannot be written to "
            + target
            + " ("
            + cause.getMessage()
            + "); TLS goes on, lost records are counted as RecordsDropped");
  }

  @Override
  public void lost(int records) {
    lost.add(records);
  }

  long lost() {
    return lost.sum();
  }
}
