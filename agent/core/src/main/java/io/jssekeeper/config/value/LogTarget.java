package io.jssekeeper.config.value;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where handshake records are logged: one of four words, or a file.
 *
 * <p>Immutable; compare with {@code equals}. Prints as it is written in options.
 */
public final class LogTarget {
  /** The application's SLF4J if it has one, else standard error. */
  public static final LogTarget AUTO = new LogTarget("auto", Optional.empty());

  public static final LogTarget STDERR = new LogTarget("stderr", Optional.empty());
  public static final LogTarget SLF4J = new LogTarget("slf4j", Optional.empty());
  public static final LogTarget OFF = new LogTarget("off", Optional.empty());

  private final String text;
  private final Optional<Path> file;

  private LogTarget(String text, Optional<Path> file) {
    this.text = text;
    this.file = file;
  }

  static LogTarget file(Path path) {
    return new LogTarget(path.toString(), Optional.of(path));
  }

  /**
   * The file to write to, as written: a relative path starts at the working directory. Empty for
   * the four words.
   */
  public Optional<Path> file() {
    return file;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LogTarget && text.equals(((LogTarget) other).text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
