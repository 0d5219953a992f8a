package io.jssekeeper.cli.jvm;

/** What cannot be done, in one sentence that says what to do instead. Exit status 1. */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  public Refusal(String sentence) {
    super(sentence);
  }

  public Refusal(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
