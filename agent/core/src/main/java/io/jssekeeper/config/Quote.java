package io.jssekeeper.config;

/** Quotes a text from outside so that it fits on one line of output. */
public final class Quote {
  private static final int MAX_LENGTH = 200;

  private Quote() {}

  public static String of(String text) {
    return "'" + bare(text) + "'";
  }

  /** Without the quotation marks. */
  static String bare(String text) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < text.length() && i < MAX_LENGTH; i++) {
      append(line, text.charAt(i));
    }
    return line.append(text.length() > MAX_LENGTH ? "..." : "").toString();
  }

  private static void append(StringBuilder line, char c) {
    if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
      line.append("\\u").append(Integer.toHexString(0x10000 + c), 1, 5);
    } else {
      line.append(c);
    }
  }
}
