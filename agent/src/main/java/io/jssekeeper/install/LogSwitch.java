package io.jssekeeper.install;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;

/** The log, which can become another one at any time. Thread-safe. */
final class LogSwitch implements Sink {
  private Sink log;
  private volatile boolean off;

  LogSwitch(Sink log) {
    replace(log);
  }

  /** Whether there is none. */
  boolean isOff() {
    return off;
  }

  /** Writes out and closes the one before, unless it is the first. */
  synchronized void replace(Sink next) {
    Sink before = log;
    log = next;
    off = next == Sink.NONE;
    if (before != null) {
      before.close();
    }
  }

  @Override
  public synchronized void accept(HandshakeRecord record) {
    log.accept(record);
  }

  @Override
  public synchronized void flush() {
    log.flush();
  }

  @Override
  public void close() {
    replace(Sink.NONE);
  }
}
