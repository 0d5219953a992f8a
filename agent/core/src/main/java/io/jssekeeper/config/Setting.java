package io.jssekeeper.config;

/** The value one option has, and where it came from. */
final class Setting<T> {
  final Option<T> option;
  final T value;
  final Source source;

  Setting(Option<T> option, T value, Source source) {
    this.option = option;
    this.value = value;
    this.source = source;
  }

  /** The value's canonical text. */
  String text() {
    return option.print(value);
  }

  /** Written as in the agent argument. */
  @Override
  public String toString() {
    return option.key() + "=" + text();
  }

  boolean isDefault() {
    return option.isDefault(value);
  }
}
