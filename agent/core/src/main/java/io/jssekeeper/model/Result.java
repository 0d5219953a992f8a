package io.jssekeeper.model;

/** The result of a handshake. */
public enum Result {
  FULL("full"),
  RESUMED("resumed"),
  FAILED("failed");

  private final String word;

  Result(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /** The word, as options and the command line take it. */
  @Override
  public String toString() {
    return word;
  }
}
