package io.jssekeeper.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** Shows what the demo is doing, one line for each step, with the time since the start. */
final class Progress {
  private final PrintStream output;
  private final Instant start = Instant.now();

  Progress(PrintStream output) {
    this.output = output;
  }

  void say(String step) {
    double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
    output.printf("%5.1f s  %s%n", seconds, step);
  }
}
