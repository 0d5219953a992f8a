package io.jssekeeper.config.value;

/**
 * How values of one sort are read and written.
 *
 * <p>{@link #print} gives the canonical text: {@code parse(print(v))} equals {@code v}, and equal
 * values have one text.
 */
public interface OptionType<T> {
  /** Reads a text that is neither empty nor surrounded by white space. */
  T parse(String text) throws InvalidValueException;

  String print(T value);

  /** What would be right, to be read after "write": sort, range and an example. */
  String expected();
}
