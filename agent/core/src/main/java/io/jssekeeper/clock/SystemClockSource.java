package io.jssekeeper.clock;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The JVM's clocks, and Linux' {@code /proc/uptime}, which continues while the machine is suspended
 * (CLOCK_BOOTTIME), whereas {@link System#nanoTime()} does not (CLOCK_MONOTONIC).
 */
final class SystemClockSource implements ClockSource {
  private static final String UPTIME = "/proc/uptime";
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Override
  public long wallMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public long asleepMillis() {
    try (InputStream uptime = new FileInputStream(UPTIME)) {
      byte[] bytes = new byte[64];
      int length = Math.max(0, uptime.read(bytes));
      String text = new String(bytes, 0, length, StandardCharsets.US_ASCII);
      double seconds = Double.parseDouble(text.substring(0, text.indexOf(' ')));
      return Math.round(seconds * 1000) - nanos() / NANOS_PER_MILLI;
    } catch (IOException | RuntimeException e) {
      return 0; // another system, or no permission: what it sleeps counts as a step
    }
  }
}
