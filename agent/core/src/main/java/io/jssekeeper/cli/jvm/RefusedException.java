package io.jssekeeper.cli.jvm;

/**
 * Something that cannot be done; the message is one sentence that says what to do instead. Exit
 * status 1.
 */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public RefusedException(String sentence) {
    super(sentence);
  }

  public RefusedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
