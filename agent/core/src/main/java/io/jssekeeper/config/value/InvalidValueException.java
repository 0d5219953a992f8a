package io.jssekeeper.config.value;

/** A text that is not a value of its type; the message says what is wrong with it. */
public final class InvalidValueException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidValueException(String wrong) {
    super(wrong, null, false, false);
  }
}
