package io.jssekeeper.config.value;

import java.util.List;

/** One constant out of a few, written as its name in lower case. */
public final class WordKind<T> implements Kind<T> {
  private final List<T> constants;

  public WordKind(List<T> constants) {
    this.constants = constants;
  }

  @Override
  public T parse(String text) throws Impossible {
    return Words.find(text, constants);
  }

  @Override
  public String print(T value) {
    return Words.of(value);
  }

  @Override
  public String expected() {
    return Words.join(constants, " or ");
  }
}
