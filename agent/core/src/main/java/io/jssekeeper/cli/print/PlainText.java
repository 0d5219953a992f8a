package io.jssekeeper.cli.print;

/** Text without anything that a terminal obeys. */
final class PlainText {
  private PlainText() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isObeyed(text.charAt(i))) {
        return cleaned(text.toCharArray());
      }
    }
    return text;
  }

  private static String cleaned(char[] chars) {
    for (int i = 0; i < chars.length; i++) {
      if (isObeyed(chars[i])) {
        chars[i] = '?';
      }
    }
    return new String(chars);
  }

  /** Control codes, marks that change the direction of text, separators of lines. */
  private static boolean isObeyed(char c) {
    if (c >= ' ' && c <= '~') {
      return false; // nearly every one, of 20,000 lines too
    }
    switch (Character.getType(c)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return true;
      default:
        return false;
    }
  }
}
