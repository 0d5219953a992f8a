package io.jssekeeper.record;

import java.util.LinkedHashMap;
import java.util.Map;

/** Parses a text record like a reader that knows logfmt only. */
public final class Parsed {
  private final String line;
  private int at;

  private Parsed(String line) {
    this.line = line;
  }

  static Map<String, String> of(String line) {
    return new Parsed(line).fields();
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    while (at < line.length()) {
      int equals = line.indexOf('=', at);
      String name = line.substring(at, equals);
      at = equals + 1;
      fields.put(name, line.startsWith("\"", at) ? quoted() : plain());
      at++; // the space
    }
    return fields;
  }

  private String plain() {
    int end = line.indexOf(' ', at);
    String value = line.substring(at, end < 0 ? line.length() : end);
    at += value.length();
    return value;
  }

  private String quoted() {
    StringBuilder value = new StringBuilder();
    at++;
    while (line.charAt(at) != '"') {
      value.append(line.charAt(at) == '\\' ? escaped() : line.charAt(at));
      at++;
    }
    at++;
    return value.toString();
  }

  private char escaped() {
    char c = line.charAt(++at);
    switch (c) {
      case 'n':
        return '\n';
      case 'u':
        at += 4;
        return (char) Integer.parseInt(line.substring(at - 3, at + 1), 16);
      default:
        return c;
    }
  }
}
