package io.jssekeeper.model;

/** Characters that could make a log, a terminal or a viewer show something other than the text. */
public final class InvisibleCharacters {
  private InvisibleCharacters() {}

  /**
   * Control codes, line and paragraph separators, and format characters, such as marks that reverse
   * the direction of text.
   */
  public static boolean contain(char c) {
    if (c >= ' ' && c <= '~') {
      return false; // nearly all
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
