package io.jssekeeper.bench;

import java.io.IOException;
import java.util.List;

/**
 * A JVM whose worker makes as many calls as a line says, and answers with a line: nanoseconds of
 * CPU time, nanoseconds elapsed, and bytes allocated, separated by spaces.
 */
final class WorkerJvm implements AutoCloseable {
  private final AnsweringJvm jvm;

  WorkerJvm(List<String> options, Class<?> worker, String... args) throws IOException {
    jvm = new AnsweringJvm(ProcessBuilder.Redirect.INHERIT, options, worker, args);
  }

  /** The cost of that many calls, per call. */
  Cost run(int count) throws IOException {
    jvm.tell(Integer.toString(count));
    String[] numbers = jvm.line().split(" ");
    return new Cost(
        Double.parseDouble(numbers[0]) / count,
        Double.parseDouble(numbers[1]) / count,
        Double.parseDouble(numbers[2]) / count);
  }

  @Override
  public void close() {
    jvm.close();
  }

  /** Per call. */
  static final class Cost {
    final double cpuNanos;
    final double wallNanos;
    final double bytes;

    private Cost(double cpuNanos, double wallNanos, double bytes) {
      this.cpuNanos = cpuNanos;
      this.wallNanos = wallNanos;
      this.bytes = bytes;
    }
  }
}
