package io.jssekeeper.config.value;

import java.nio.file.Path;

/** The path of a file, which need not exist. */
public final class PathKind implements OptionType<Path> {
  private final String what;

  public PathKind(String what) {
    this.what = what;
  }

  @Override
  public Path parse(String text) throws InvalidValueException {
    return path(text);
  }

  static Path path(String text) throws InvalidValueException {
    try {
      return Path.of(text);
    } catch (IllegalArgumentException e) {
      throw new InvalidValueException("it is not a valid path on this system");
    }
  }

  @Override
  public String print(Path value) {
    return value.toString();
  }

  @Override
  public String expected() {
    return what;
  }
}
