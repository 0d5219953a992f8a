package io.jssekeeper.config.value;

import java.util.Optional;

/** {@code auto}, {@code stderr}, {@code slf4j}, {@code off}, or the path of a file. */
public final class LogTargetKind implements OptionType<LogTarget> {
  private static final LogTarget[] WORDS = {
    LogTarget.AUTO, LogTarget.STDERR, LogTarget.SLF4J, LogTarget.OFF
  };

  @Override
  public LogTarget parse(String text) throws InvalidValueException {
    Optional<LogTarget> word = WordsOfPath.find(WORDS, text);
    if (word.isPresent()) {
      return word.get();
    }
    return LogTarget.file(PathKind.path(text));
  }

  @Override
  public String print(LogTarget value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return "auto, stderr, slf4j, off or the path of a file";
  }
}
