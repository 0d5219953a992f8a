package io.jssekeeper.store;

/** The JVM's monotonic clock. */
final class SystemTicker implements Ticker {
  @Override
  public long nanos() {
    return System.nanoTime();
  }
}
