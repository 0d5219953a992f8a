package io.jssekeeper.config;

/** A text that is no value of its kind; the message says what is wrong with it. */
final class Impossible extends Exception {
  private static final long serialVersionUID = 1L;

  Impossible(String wrong) {
    super(wrong, null, false, false);
  }
}
