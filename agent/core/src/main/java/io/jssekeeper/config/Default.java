package io.jssekeeper.config;

/** An option's default: a value as text, or words that say where it comes from. */
final class Default {
  final String text;
  final boolean isValue;

  private Default(String text, boolean isValue) {
    this.text = text;
    this.isValue = isValue;
  }

  /** Takes the value's canonical text. */
  static Default value(String text) {
    return new Default(text, true);
  }

  static Default words(String text) {
    return new Default(text, false);
  }
}
