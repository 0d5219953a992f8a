package io.jssekeeper.config.value;

/** {@code off}, {@code jvm}, the path of a file or a folder, or a URL of Redis. */
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
    if (text.startsWith("redis://") || text.startsWith("rediss://")) {
      return KeySource.redis(RedisUrl.of(text));
    }
    if (text.contains("://")) {
      throw new InvalidValueException("only 'redis://' and 'rediss://' are known");
    }
    return KeySource.path(PathKind.path(text));
  }

  @Override
  public String print(KeySource value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return "off, jvm, the path of a file or folder, or redis(s)://[USER@]HOST[:PORT][/DATABASE][?prefix=NAME]";
  }
}
