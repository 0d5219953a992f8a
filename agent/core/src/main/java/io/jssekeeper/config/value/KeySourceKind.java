package io.jssekeeper.config.value;

import java.util.Optional;

/** {@code off}, {@code jvm}, the path of a file or a folder, or a URL of Redis. */
public final class KeySourceKind implements OptionType<KeySource> {
  private static final KeySource[] WORDS = {KeySource.OFF, KeySource.JVM};

  @Override
  public KeySource parse(String text) throws InvalidValueException {
    Optional<KeySource> word = WordsOfPath.find(WORDS, text);
    if (word.isPresent()) {
      return word.get();
    }
    if (text.startsWith("redis://") || text.startsWith("rediss://")) {
      return KeySource.redis(RedisUrl.of(text));
    }
    if (text.contains("://")) {
      throw new InvalidValueException("only 'redis://' and 'rediss://' are supported");
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
