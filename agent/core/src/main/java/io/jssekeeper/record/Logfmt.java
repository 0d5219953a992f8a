package io.jssekeeper.record;

import io.jssekeeper.model.InvisibleCharacters;

/** The text form of a record: {@code name=value} pairs, quoted where necessary. */
public final class Logfmt {
  private static final char DELETE = 0x7f;

  private static final Field[] FIELDS = Field.values();

  private Logfmt() {}

  /**
   * One line without its end. Characters that break or reverse lines are escaped, so a peer cannot
   * forge one.
   */
  public static String line(HandshakeRecord record) {
    StringBuilder line = new StringBuilder(160);
    append(record, line);
    return line.toString();
  }

  /** Appends that line. */
  public static void append(HandshakeRecord record, StringBuilder lines) {
    int begin = lines.length();
    for (Field field : FIELDS) {
      Object value = record.value(field);
      if (value != null) {
        if (lines.length() > begin) {
          lines.append(' ');
        }
        lines.append(field.word()).append('=');
        append(lines, value);
        lines.append(field.unit());
      }
    }
  }

  private static void append(StringBuilder line, Object value) {
    if (value instanceof String) {
      appendText(line, (String) value);
    } else if (value instanceof Double) {
      Durations.append((Double) value, line);
    } else if (value instanceof Long) {
      line.append((long) (Long) value);
    } else {
      line.append(value);
    }
  }

  /** The text of one field, without quotes; empty if it is absent. */
  public static String text(HandshakeRecord record, Field field) {
    Object value = record.value(field);
    if (value == null || value instanceof String) {
      return value == null ? "" : (String) value;
    }
    StringBuilder text = new StringBuilder();
    append(text, value);
    return text.append(field.unit()).toString();
  }

  private static void appendText(StringBuilder line, String value) {
    if (isPlain(value)) {
      line.append(value);
      return;
    }
    line.append('"');
    for (int i = 0; i < value.length(); i++) {
      appendQuoted(line, value.charAt(i));
    }
    line.append('"');
  }

  private static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isPlain(value.charAt(i))) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static boolean isPlain(char c) {
    if (c == '"' || c == '\\' || c == '=') {
      return false;
    }
    boolean isVisibleAscii = c > ' ' && c < DELETE; // nearly all are, and need no table
    return isVisibleAscii || !Character.isSpaceChar(c) && !InvisibleCharacters.contain(c);
  }

  private static void appendQuoted(StringBuilder line, char c) {
    if (c == '"' || c == '\\') {
      line.append('\\').append(c);
    } else if (c == '\n') {
      line.append("\\n");
    } else if (InvisibleCharacters.contain(c)) {
      line.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        line.append(Character.forDigit((c >> shift) & 15, 16));
      }
    } else {
      line.append(c);
    }
  }
}
