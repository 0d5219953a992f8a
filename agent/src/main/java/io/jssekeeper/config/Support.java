package io.jssekeeper.config;

import java.util.List;

/** Which values of an option this release acts on, by their canonical text. */
final class Support {
  static final Support ALL = new Support(false, List.of(), "");

  private final boolean only;
  private final List<String> texts;
  private final String instead;

  private Support(boolean only, List<String> texts, String instead) {
    this.only = only;
    this.texts = texts;
    this.instead = instead;
  }

  /** Every value works as this one, which needs nothing to be done. */
  static Support only(String text) {
    return new Support(true, List.of(text), text);
  }

  boolean covers(String text) {
    return only == texts.contains(text);
  }

  /** Whether setting the option can make a difference. */
  boolean any() {
    return !only;
  }

  /** What a value that is not covered works as; empty: as if the option had not been set. */
  String instead() {
    return instead;
  }
}
