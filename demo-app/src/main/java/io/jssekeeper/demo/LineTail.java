package io.jssekeeper.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Remembers the last few lines. Thread-safe. */
final class LineTail implements Consumer<String> {
  private final int capacity;
  private final Deque<String> lines = new ArrayDeque<>();

  LineTail(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void accept(String line) {
    if (lines.size() == capacity) {
      lines.removeFirst();
    }
    lines.addLast(line);
  }

  synchronized List<String> lines() {
    return List.copyOf(lines);
  }
}
