package io.jssekeeper.config.value;

import io.jssekeeper.config.Quote;
import java.util.List;
import java.util.Locale;

/** The written form of constants: their names, in lower case. */
final class EnumNames {
  private EnumNames() {}

  static String of(Object constant) {
    return constant.toString().toLowerCase(Locale.ROOT);
  }

  static <T> T find(String word, List<T> constants) throws InvalidValueException {
    for (T constant : constants) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    throw new InvalidValueException(
        word.isEmpty() ? "a word is missing" : Quote.of(word) + " is not a known word");
  }

  static String join(Iterable<?> constants, String separator) {
    StringBuilder text = new StringBuilder();
    for (Object constant : constants) {
      text.append(text.length() == 0 ? "" : separator).append(of(constant));
    }
    return text.toString();
  }
}
