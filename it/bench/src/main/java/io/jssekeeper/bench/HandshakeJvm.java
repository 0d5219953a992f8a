package io.jssekeeper.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JVM with a {@link HandshakeWorker}, or another one. */
final class HandshakeJvm implements AutoCloseable {
  private final AnsweringJvm jvm;

  HandshakeJvm(List<String> options, String protocol, String call) throws IOException {
    this(options, HandshakeWorker.class, protocol, call);
  }

  /**
   * @param worker answers as a {@link HandshakeWorker} does
   */
  HandshakeJvm(List<String> options, Class<?> worker, String protocol, String call)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("-Xms256m", "-Xmx256m"));
    all.addAll(options);
    jvm = new AnsweringJvm(ProcessBuilder.Redirect.INHERIT, all, worker, protocol, call);
  }

  /** The cost of that many handshakes, per handshake. */
  Cost run(int count) throws IOException {
    jvm.tell(Integer.toString(count));
    String[] numbers = jvm.line().split(" ");
    return new Cost(
        Double.parseDouble(numbers[0]) / count / 1000,
        Double.parseDouble(numbers[1]) / count / 1000,
        Double.parseDouble(numbers[2]) / count);
  }

  @Override
  public void close() {
    jvm.close();
  }

  /** Per handshake, both sides together. */
  static final class Cost {
    final double cpuMicros;
    final double wallMicros;
    final double bytes;

    private Cost(double cpuMicros, double wallMicros, double bytes) {
      this.cpuMicros = cpuMicros;
      this.wallMicros = wallMicros;
      this.bytes = bytes;
    }
  }
}
