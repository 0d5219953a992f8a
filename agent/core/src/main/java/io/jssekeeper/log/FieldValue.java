package io.jssekeeper.log;

/**
 * A field of a record for programs: {@code took} and {@code cpu} are numbers of milliseconds,
 * {@code age} is one of seconds, {@code similar} a count, {@code renegotiation} a truth value, and
 * all others are texts.
 */
final class FieldValue {
  private FieldValue() {}

  static Object of(String name, String text) {
    switch (name) {
      case "took":
      case "cpu":
        return Double.valueOf(text.substring(0, text.length() - "ms".length()));
      case "similar":
        return Integer.valueOf(text);
      case "age":
        return Long.valueOf(text.substring(0, text.length() - "s".length()));
      case "renegotiation":
        return Boolean.valueOf(text);
      default:
        return text;
    }
  }
}
