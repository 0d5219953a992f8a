package io.jssekeeper.bench.peers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the kernel tells of a process, in {@code /proc}. */
final class ProcessTimes {
  private ProcessTimes() {}

  /**
   * CPU time of the threads that live now, in nanoseconds, without a JVM's compiler threads. What
   * ended threads used is not in it.
   */
  static long cpuNanos(long pid) throws IOException {
    File[] tasks = new File("/proc/" + pid + "/task").listFiles();
    if (tasks == null) {
      throw new IOException("process " + pid + " has ended");
    }
    return Arrays.stream(tasks).mapToLong(task -> cpuNanos(task.toPath())).sum();
  }

  /** {@code schedstat} begins with the time on a processor. */
  private static long cpuNanos(Path task) {
    try {
      String name = Files.readString(task.resolve("comm"));
      return name.startsWith("C1 ") || name.startsWith("C2 ")
          ? 0
          : Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]);
    } catch (IOException ended) {
      return 0;
    }
  }
}
