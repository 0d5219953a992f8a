package io.jssekeeper.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of this class path that reads lines, answers with lines, and ends with its input.
 *
 * <p>For one thread at a time.
 */
public final class AnsweringJvm implements AutoCloseable {
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private static final int END_SECONDS = 10;

  private final Process process;
  private final PrintStream to;
  private final BufferedReader from;

  /**
   * @param errors where its standard error goes
   */
  public AnsweringJvm(
      ProcessBuilder.Redirect errors, List<String> options, Class<?> main, String... args)
      throws IOException {
    this(List.of(), errors, options, main, args);
  }

  /**
   * @param runner a command that runs the JVM's, such as {@code valgrind} and its options; may be
   *     empty
   */
  AnsweringJvm(
      List<String> runner,
      ProcessBuilder.Redirect errors,
      List<String> options,
      Class<?> main,
      String... args)
      throws IOException {
    List<String> command = new ArrayList<>(runner);
    command.add(JAVA.toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(args));
    process = new ProcessBuilder(command).redirectError(errors).start();
    to = new PrintStream(process.getOutputStream(), true);
    from = new BufferedReader(new InputStreamReader(process.getInputStream()));
  }

  public void tell(String line) {
    to.println(line);
  }

  /**
   * Its next line, however long that takes.
   *
   * @throws IOException if it has ended
   */
  public String line() throws IOException {
    String line = from.readLine();
    if (line == null) {
      throw new IOException("the JVM has ended");
    }
    return line;
  }

  public long pid() {
    return process.pid();
  }

  /** Returns once it has ended: by itself, or killed. */
  @Override
  public void close() {
    to.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      kill();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it at once. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
