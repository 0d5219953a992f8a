package io.jssekeeper.bench;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;

/**
 * Makes as many handshakes as each input line says, and answers with a line: CPU time of all Java
 * threads in nanoseconds, elapsed nanoseconds, and bytes allocated by its own thread.
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

  /** {@code Thread.threadId}, which replaces {@code getId} from JDK 19 on, is missing in JDK 11. */
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

  /** Of this thread and the keeper's threads, without the compiler and the collector. */
  private static long cpuNanos() {
    long sum = 0;
    for (long nanos : THREADS.getThreadCpuTime(THREADS.getAllThreadIds())) {
      sum += Math.max(0, nanos);
    }
    return sum;
  }
}
