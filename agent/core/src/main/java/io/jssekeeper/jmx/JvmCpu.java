package io.jssekeeper.jmx;

import io.jssekeeper.record.ThreadCpuTimer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * CPU times as the JVM reports them; it reports none for virtual threads. Needs {@code
 * java.management}.
 */
final class JvmCpu implements ThreadCpuTimer.Clock {
  private static final long UNKNOWN = -1;

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final boolean tells =
      threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
  private final Class<?> virtual = virtualThreads();

  /** From JDK 19 on the type of virtual threads; it is not public. */
  private static Class<?> virtualThreads() {
    try {
      return Class.forName("java.lang.BaseVirtualThread", false, null);
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  @Override
  public long currentThreadNanos() {
    return knowsCurrentThread() ? threads.getCurrentThreadCpuTime() : UNKNOWN;
  }

  @Override
  public boolean knowsCurrentThread() {
    return tells && (virtual == null || !virtual.isInstance(Thread.currentThread()));
  }
}
