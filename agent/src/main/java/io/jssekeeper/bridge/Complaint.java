package io.jssekeeper.bridge;

/** The error text of a failure: JSSE's diagnostic, then what its causes add. */
public final class Complaint {
  private static final int MAX_CAUSES = 4;
  private static final int MAX_CHARS = 500;
  private static final String MORE = "...";

  private Complaint() {}

  /**
   * @return null if there is no text; bounded, and not escaped: it may come from a peer
   */
  public static String of(String diagnostic, Throwable cause) {
    String text = diagnostic;
    Throwable each = cause;
    for (int i = 0; each != null && i < MAX_CAUSES; i++) {
      text = join(text, words(each));
      each = next(each);
    }
    return text == null || text.length() <= MAX_CHARS
        ? text
        : text.substring(0, MAX_CHARS - MORE.length()) + MORE;
  }

  /** A text contained in another is not repeated. */
  private static String join(String text, String more) {
    if (text == null || more.contains(text)) {
      return more;
    }
    return text.contains(more) ? text : text + ": " + more;
  }

  /** An exception may be the application's, and its methods may do anything. */
  static String words(Throwable cause) {
    String message = null;
    try {
      message = cause.getMessage();
    } catch (Throwable unable) {
      // It has no text.
    }
    return message == null || message.isEmpty() ? cause.getClass().getSimpleName() : message;
  }

  /** Its cause, or null, whatever its method does. */
  static Throwable next(Throwable cause) {
    try {
      return cause.getCause();
    } catch (Throwable unable) {
      return null;
    }
  }
}
