package io.jssekeeper.config.value;

/**
 * How values of one kind are read and written.
 *
 * <p>{@link #print} returns the canonical text: {@code parse(print(v))} equals {@code v}, and equal
 * values have the same text.
 */
public interface OptionType<T> {
  /** Reads a text that is neither empty nor surrounded by white space. */
  T parse(String text) throws InvalidValueException;

  String print(T value);

  /** What would be valid, phrased to follow "write": kind, range and an example. */
  String expected();
}
