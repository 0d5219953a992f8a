package io.jssekeeper.install;

import io.jssekeeper.record.Dispatcher;

/** Writes the records that still wait when the JVM goes down. */
final class LastRecords extends Thread {
  private static final long PATIENCE_MILLIS = 1_000;

  private final Dispatcher dispatcher;

  LastRecords(Dispatcher dispatcher) {
    super("jsse-keeper-last-records");
    this.dispatcher = dispatcher;
  }

  @Override
  public void run() {
    try {
      dispatcher.stop(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
