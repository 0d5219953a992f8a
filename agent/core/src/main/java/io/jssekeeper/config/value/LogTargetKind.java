package io.jssekeeper.config.value;

/** {@code auto}, {@code stderr}, {@code slf4j}, {@code off}, or the path of a file. */
public final class LogTargetKind implements OptionType<LogTarget> {
  private static final LogTarget[] WORDS = {
    LogTarget.AUTO, LogTarget.STDERR, LogTarget.SLF4J, LogTarget.OFF
  };

  /** {@code OFF} is refused: it was meant as the word, and would make a file of that name. */
  @Override
  public LogTarget parse(String text) throws InvalidValueException {
    for (LogTarget word : WORDS) {
      if (word.toString().equals(text)) {
        return word;
      }
      if (word.toString().equalsIgnoreCase(text)) {
        throw new InvalidValueException(
            "the word is '" + word + "', and a file would be './" + text + "'");
      }
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
