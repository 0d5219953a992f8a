package io.jssekeeper.config.value;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the secrets of shared ticket keys come from: one of two words, or a file or folder.
 *
 * <p>Immutable; compare with {@code equals}. Prints as it is written in options.
 */
public final class KeySource {
  /** Nowhere: JSSE's own keys only. */
  public static final KeySource OFF = new KeySource("off", Optional.empty());

  /** This JVM, for its contexts alone. */
  public static final KeySource JVM = new KeySource("jvm", Optional.empty());

  private final String text;
  private final Optional<Path> path;

  private KeySource(String text, Optional<Path> path) {
    this.text = text;
    this.path = path;
  }

  static KeySource path(Path path) {
    return new KeySource(path.toString(), Optional.of(path));
  }

  /** As named: a relative one starts at the working directory. Empty for the words. */
  public Optional<Path> path() {
    return path;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KeySource && text.equals(((KeySource) other).text);
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
