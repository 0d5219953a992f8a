package io.jssekeeper.config.value;

import java.util.Optional;

/** The words accepted by an option that also accepts a path. */
final class WordsOfPath {
  private WordsOfPath() {}

  /**
   * The value that prints as this text.
   *
   * @throws InvalidValueException for a word in other case, such as {@code OFF}: it was meant as
   *     the word, but would name a file
   */
  static <T> Optional<T> find(T[] words, String text) throws InvalidValueException {
    for (T word : words) {
      if (word.toString().equals(text)) {
        return Optional.of(word);
      }
      if (word.toString().equalsIgnoreCase(text)) {
        throw new InvalidValueException(
            "the word is '" + word + "', and a file would be './" + text + "'");
      }
    }
    return Optional.empty();
  }
}
