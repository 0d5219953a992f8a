package io.jssekeeper.it.harness;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command line tool, run to completion. */
final class Command {
  private static final int SECONDS = 60;

  private Command() {}

  /** Runs it with empty input; the result has both output streams, merged. */
  static Outcome run(List<String> line) {
    return run(line, "");
  }

  static Outcome run(List<String> line, String input) {
    try {
      Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
      try (var commands = process.outputWriter()) {
        commands.write(input);
      }
      return outcome(line, process);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(line + " cannot be run", failed);
    }
  }

  private static Outcome outcome(List<String> line, Process process) throws InterruptedException {
    Lines output = new Lines(process.getInputStream());
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(line + " takes too long: " + output.all());
    }
    output.awaitEnd(SECONDS);
    return new Outcome(process.exitValue(), output.all());
  }

  /** Its output and exit status. */
  record Outcome(int status, List<String> lines) {}
}
