package io.jssekeeper.config.value;

/** {@code off}, {@code jvm}, or the path of a file or a folder. */
public final class KeySourceKind implements OptionType<KeySource> {
  private static final KeySource[] WORDS = {KeySource.OFF, KeySource.JVM};

  /** {@code OFF} is refused: it was meant as the word. */
  @Override
  public KeySource parse(String text) throws InvalidValueException {
    for (KeySource word : WORDS) {
      if (word.toString().equals(text)) {
        return word;
      }
      if (word.toString().equalsIgnoreCase(text)) {
        throw new InvalidValueException(
            "the word is '" + word + "', and a file would be './" + text + "'");
      }
    }
    if (text.contains("://")) {
      throw new InvalidValueException("it is not a path");
    }
    return KeySource.path(PathKind.path(text));
  }

  @Override
  public String print(KeySource value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return "off, jvm or the path of a file or folder";
  }
}
