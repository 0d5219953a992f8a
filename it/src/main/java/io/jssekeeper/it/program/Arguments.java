package io.jssekeeper.it.program;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code key=value} words passed to a program or to one of its commands. */
public final class Arguments {
  private final Map<String, String> values;

  private Arguments(Map<String, String> values) {
    this.values = values;
  }

  public static Arguments of(String... words) {
    return of(Arrays.asList(words));
  }

  static Arguments of(List<String> words) {
    Map<String, String> values = new HashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("not key=value: " + word);
      }
      values.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return new Arguments(values);
  }

  /** These, with the other's values for keys that are absent here. */
  public Arguments orElse(Arguments other) {
    Map<String, String> both = new HashMap<>(other.values);
    both.putAll(values);
    return new Arguments(both);
  }

  public boolean has(String key) {
    return values.containsKey(key);
  }

  public String text(String key) {
    String value = values.get(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing in " + values);
    }
    return value;
  }

  public String text(String key, String otherwise) {
    return values.getOrDefault(key, otherwise);
  }

  public int number(String key) {
    return Integer.parseInt(text(key));
  }

  public int number(String key, int otherwise) {
    return has(key) ? number(key) : otherwise;
  }
}
