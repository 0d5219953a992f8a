package io.jssekeeper.model;

/** Which end of the connection this JVM is. */
public enum Side {
  CLIENT("client"),
  SERVER("server");

  private final String word;

  Side(String word) {
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
