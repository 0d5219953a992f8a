package io.jssekeeper.cli.print;

import io.jssekeeper.model.InvisibleCharacters;

/** Text without characters that control a terminal; each becomes a question mark. */
final class PlainText {
  private PlainText() {}

  static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (InvisibleCharacters.contain(text.charAt(i))) {
        return cleaned(text.toCharArray());
      }
    }
    return text;
  }

  private static String cleaned(char[] chars) {
    for (int i = 0; i < chars.length; i++) {
      if (InvisibleCharacters.contain(chars[i])) {
        chars[i] = '?';
      }
    }
    return new String(chars);
  }
}
