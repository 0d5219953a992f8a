package io.jssekeeper.cli.probe;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of one way to resume, at one address: named values, written as one line separated by
 * tabs. For one thread.
 */
public final class Finding {
  private static final String MARK = "finding";

  private final Map<String, String> values = new LinkedHashMap<>();

  Finding with(String name, Object value) {
    values.put(name, value.toString().replaceAll("\\p{Cntrl}", " "));
    return this;
  }

  /** The value, or empty if it is not known. */
  public String text(String name) {
    return values.getOrDefault(name, "");
  }

  /** The value, or -1 if it is not known. */
  public long number(String name) {
    try {
      return Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  public boolean is(String name) {
    return text(name).equals("true");
  }

  /** All that is known, in the order in which it was found out. */
  public Map<String, String> values() {
    return values;
  }

  String line() {
    StringBuilder line = new StringBuilder(MARK);
    values.forEach((name, value) -> line.append('\t').append(name).append('=').append(value));
    return line.toString();
  }

  /** Reads such a line; null if it is another. */
  public static Finding of(String line) {
    String[] parts = line.split("\t");
    if (!parts[0].equals(MARK)) {
      return null;
    }
    Finding finding = new Finding();
    for (int i = 1; i < parts.length; i++) {
      int equals = parts[i].indexOf('=');
      if (equals > 0) {
        finding.values.put(parts[i].substring(0, equals), parts[i].substring(equals + 1));
      }
    }
    return finding;
  }
}
