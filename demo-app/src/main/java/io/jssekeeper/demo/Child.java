package io.jssekeeper.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A process started by the demo, controlled line by line. It never outlives the demo.
 *
 * <p>Every wait is bounded. Failures are thrown as a {@link DemoFailure} with the last lines that
 * the process wrote to standard error. For one thread.
 */
final class Child implements AutoCloseable {
  private static final Duration EXIT_LIMIT = Duration.ofSeconds(20);
  private static final int SHOWN_ERROR_LINES = 20;

  private final String name;
  private final Process process;
  private final PrintStream input;
  private final LineQueue output = new LineQueue();
  private final LineTail errors = new LineTail(SHOWN_ERROR_LINES);
  private final List<Thread> readers;

  private Child(String name, Process process, Consumer<String> errorLines) {
    this.name = name;
    this.process = process;
    this.input = new PrintStream(process.getOutputStream(), true, Charset.defaultCharset());
    this.readers =
        List.of(
            reader(process.getInputStream(), output::add, output::end),
            reader(process.getErrorStream(), errors.andThen(errorLines), () -> {}));
    readers.forEach(Thread::start);
  }

  static Child start(String name, List<String> command) {
    return start(name, command, line -> {});
  }

  /** Starts a process and passes on its standard error line by line, on a separate thread. */
  static Child start(String name, List<String> command, Consumer<String> errorLines) {
    try {
      Process process = new ProcessBuilder(command).start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new Child(name, process, errorLines);
    } catch (IOException e) {
      throw new DemoFailure("Cannot start " + name + ": " + e.getMessage());
    }
  }

  long pid() {
    return process.pid();
  }

  /** The next line of standard output. */
  String awaitLine(Duration limit) {
    return output.next(limit).orElseThrow(() -> silence(limit));
  }

  /** Sends a command and waits for the line that answers it. */
  String ask(String command, Duration limit) {
    input.println(command);
    return awaitLine(limit);
  }

  /** Waits for the process to exit successfully, and returns the rest of its standard output. */
  List<String> awaitEnd(Duration limit) {
    input.close();
    if (!ended(limit)) {
      throw failure("did not end within " + limit);
    }
    if (process.exitValue() != 0) {
      throw failure("ended with exit status " + process.exitValue());
    }
    return output.rest();
  }

  /** Ends the process, by force if it does not exit when its input ends. */
  @Override
  public void close() {
    input.close();
    if (!ended(EXIT_LIMIT)) {
      process.destroyForcibly();
    }
  }

  /** Whether the process is gone and all its output has been read. */
  private boolean ended(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
      for (Thread reader : readers) {
        reader.join(limit.toMillis());
      }
      return readers.stream().noneMatch(Thread::isAlive);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private DemoFailure silence(Duration limit) {
    boolean over = output.isOver() && ended(EXIT_LIMIT);
    return failure(
        over ? "ended with exit status " + process.exitValue() : "said nothing within " + limit);
  }

  private DemoFailure failure(String what) {
    String last = String.join("\n  ", errors.lines());
    return new DemoFailure(
        "The " + name + " " + what + ". The end of its standard error:\n  " + last);
  }

  private static Thread reader(InputStream from, Consumer<String> each, Runnable atEnd) {
    Thread thread = new Thread(() -> readAll(from, each, atEnd));
    thread.setDaemon(true);
    return thread;
  }

  private static void readAll(InputStream from, Consumer<String> each, Runnable atEnd) {
    try {
      new BufferedReader(new InputStreamReader(from, Charset.defaultCharset()))
          .lines()
          .forEach(each);
    } catch (UncheckedIOException endedByForce) {
      each.accept("(cut off: " + endedByForce.getMessage() + ")");
    } finally {
      atEnd.run();
    }
  }
}
