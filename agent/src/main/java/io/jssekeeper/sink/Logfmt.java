package io.jssekeeper.sink;

import io.jssekeeper.record.HandshakeRecord;
import java.util.Map;

/** The text form of a record: {@code name=value} pairs, quoted where they must be. */
public final class Logfmt {
  private Logfmt() {}

  /** One line without its end. Control characters are escaped, so a peer cannot forge a line. */
  public static String line(HandshakeRecord record) {
    StringBuilder line = new StringBuilder(160);
    for (Map.Entry<String, String> field : record.fields().entrySet()) {
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(field.getKey()).append('=');
      append(line, field.getValue());
    }
    return line.toString();
  }

  private static void append(StringBuilder line, String value) {
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
      char c = value.charAt(i);
      if (c <= ' ' || c == '"' || c == '\\' || c == '=' || isControl(c)) {
        return false;
      }
    }
    return !value.isEmpty();
  }

  private static void appendQuoted(StringBuilder line, char c) {
    if (c == '"' || c == '\\') {
      line.append('\\').append(c);
    } else if (c == '\n') {
      line.append("\\n");
    } else if (isControl(c)) {
      line.append("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        line.append(Character.forDigit((c >> shift) & 15, 16));
      }
    } else {
      line.append(c);
    }
  }

  /** ISO controls, and the line and paragraph separators that some viewers break lines at. */
  private static boolean isControl(char c) {
    return Character.isISOControl(c) || c == '\u2028' || c == '\u2029';
  }
}
