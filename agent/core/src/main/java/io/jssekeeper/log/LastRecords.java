package io.jssekeeper.log;

import io.jssekeeper.record.Dispatcher;

/** Writes the waiting records when the JVM goes down. */
public final class LastRecords implements Runnable {
  private static final long PATIENCE_MILLIS = 1_000;

  private final Dispatcher dispatcher;

  public LastRecords(Dispatcher dispatcher) {
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
