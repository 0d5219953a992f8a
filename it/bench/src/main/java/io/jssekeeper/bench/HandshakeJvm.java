package io.jssekeeper.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM with a {@link HandshakeWorker}, or another one. */
final class HandshakeJvm implements AutoCloseable {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final int END_SECONDS = 10;

  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;

  HandshakeJvm(List<String> options, String protocol, String call) throws IOException {
    this(options, HandshakeWorker.class, protocol, call);
  }

  /**
   * @param worker answers as a {@link HandshakeWorker} does
   */
  HandshakeJvm(List<String> options, Class<?> worker, String protocol, String call)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-Xms256m", "-Xmx256m"));
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(worker.getName(), protocol, call));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    to = new PrintStream(process.getOutputStream(), true);
    from = new BufferedReader(new InputStreamReader(process.getInputStream()));
  }

  /** The cost of that many handshakes, per handshake. */
  Cost run(int count) throws IOException {
    to.println(count);
    String line = from.readLine();
    if (line == null) {
      throw new IOException("a measured JVM has ended");
    }
    String[] numbers = line.split(" ");
    return new Cost(
        Double.parseDouble(numbers[0]) / count / 1000,
        Double.parseDouble(numbers[1]) / count / 1000,
        Double.parseDouble(numbers[2]) / count);
  }

  /** Its worker ends with its input. */
  @Override
  public void close() {
    to.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
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
