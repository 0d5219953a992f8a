package io.jssekeeper.install;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;

/** Lets records through to the log's thread while there is a log. Thread-safe. */
final class LogGate implements Sink {
  private final LogSwitch log;
  private final Sink dispatcher;

  LogGate(LogSwitch log, Sink dispatcher) {
    this.log = log;
    this.dispatcher = dispatcher;
  }

  @Override
  public void accept(HandshakeRecord record) {
    if (!log.isOff()) {
      dispatcher.accept(record);
    }
  }
}
