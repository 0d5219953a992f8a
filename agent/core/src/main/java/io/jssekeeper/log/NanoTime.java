package io.jssekeeper.log;

import java.util.function.LongSupplier;

/**
 * {@link System#nanoTime} as an object. Not a method reference: logs are opened while the host
 * starts.
 */
final class NanoTime implements LongSupplier {
  @Override
  public long getAsLong() {
    return System.nanoTime();
  }
}
