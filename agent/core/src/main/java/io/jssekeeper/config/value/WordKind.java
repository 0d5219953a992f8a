package io.jssekeeper.config.value;

import java.util.List;

/** One of a few constants, written as its name in lower case. */
public final class WordKind<T> implements OptionType<T> {
  private final List<T> constants;

  public WordKind(List<T> constants) {
    this.constants = constants;
  }

  @Override
  public T parse(String text) throws InvalidValueException {
    return EnumNames.find(text, constants);
  }

  @Override
  public String print(T value) {
    return EnumNames.of(value);
  }

  @Override
  public String expected() {
    return EnumNames.join(constants, " or ");
  }
}
