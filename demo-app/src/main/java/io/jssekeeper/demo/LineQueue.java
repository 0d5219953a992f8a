package io.jssekeeper.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Passes lines from the thread that reads them to the thread that waits for them. */
final class LineQueue {
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
  private volatile boolean over;

  void add(String line) {
    lines.add(Optional.of(line));
  }

  /** No line follows: wakes the waiting thread. */
  void end() {
    over = true;
    lines.add(Optional.empty());
  }

  /** Whether the last line has arrived, even if it is still queued here. */
  boolean isOver() {
    return over;
  }

  /** The next line; empty if there are no more, or if none arrives in time. */
  Optional<String> next(Duration limit) {
    try {
      Optional<String> line = lines.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
      return line == null ? Optional.empty() : line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /** All lines that have arrived and were not taken. */
  List<String> rest() {
    List<Optional<String>> taken = new ArrayList<>();
    lines.drainTo(taken);
    return taken.stream().flatMap(Optional::stream).toList();
  }
}
