package io.jssekeeper.it.harness;

import java.util.HashMap;
import java.util.Map;

/** A program's answer to a command: a word and {@code key=value} pairs. */
public final class Answer {
  private final String line;
  private final Map<String, String> values = new HashMap<>();

  Answer(String line) {
    this.line = line;
    for (String word : line.split(" ")) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        values.put(word.substring(0, equals), word.substring(equals + 1));
      }
    }
  }

  /** The first word, which names the outcome of the command. */
  public String what() {
    return line.split(" ")[0];
  }

  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new AssertionError("no " + key + " in the answer: " + line);
    }
    return value;
  }

  public long number(String key) {
    return Long.parseLong(text(key));
  }

  @Override
  public String toString() {
    return line;
  }
}
