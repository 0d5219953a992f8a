package io.jssekeeper;

/**
 * The last resort for messages: {@code System.err}, which needs no permission and no class whose
 * initialisation could fail.
 */
final class StandardError {
  private StandardError() {}

  /** Says why the keeper is off, and returns the sentence. Throws nothing. */
  static String off(String why) {
    String sentence = "the keeper is off, and the application runs without it: " + why;
    line(sentence);
    return sentence;
  }

  /** Prints one line of the keeper's. Throws nothing. */
  static void line(String text) {
    try {
      System.err.println("jsse-keeper: " + text.replace('\n', ' ').replace('\r', ' '));
    } catch (Throwable t) {
      // Then it stays unsaid.
    }
  }
}
