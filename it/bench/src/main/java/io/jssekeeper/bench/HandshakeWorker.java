package io.jssekeeper.bench;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/**
 * Makes so many handshakes whenever it is told to, by a line with their number, and answers with a
 * line: nanoseconds of CPU that all Java threads took, nanoseconds by the clock, and bytes that its
 * own thread allocated.
 */
final class HandshakeWorker {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private HandshakeWorker() {}

  public static void main(String[] args) throws Exception {
    HandshakeCalls calls = new HandshakeCalls();
    calls.protocol = args[0];
    calls.makeContext();
    boolean full = args[1].equals("full");
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(run(calls, full, Integer.parseInt(line)));
    }
  }

  /** {@code Thread.threadId}, which JDK 19 puts in the place of {@code getId}, is not in JDK 11. */
  @SuppressWarnings("deprecation")
  private static String run(HandshakeCalls calls, boolean full, int count) throws Exception {
    long cpu = cpuNanos();
    long clock = System.nanoTime();
    long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    for (int i = 0; i < count; i++) {
      if (full) {
        calls.full();
      } else {
        calls.resumed();
      }
    }
    bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes;
    return cpuNanos() - cpu + " " + (System.nanoTime() - clock) + " " + bytes;
  }

  /** Of this thread and the keeper's: not of the compiler and the collector. */
  private static long cpuNanos() {
    long sum = 0;
    for (long nanos : THREADS.getThreadCpuTime(THREADS.getAllThreadIds())) {
      sum += Math.max(0, nanos);
    }
    return sum;
  }
}
