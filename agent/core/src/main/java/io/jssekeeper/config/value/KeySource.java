package io.jssekeeper.config.value;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the secrets of shared ticket keys come from: one of two words, a file or folder, or Redis.
 *
 * <p>Immutable; compare with {@code equals}. Prints as it is written in options.
 */
public final class KeySource {
  /** Nowhere: JSSE's own keys only. */
  public static final KeySource OFF = new KeySource("off", Optional.empty(), Optional.empty());

  /** This JVM, for its contexts alone. */
  public static final KeySource JVM = new KeySource("jvm", Optional.empty(), Optional.empty());

  private final String text;
  private final Optional<Path> path;
  private final Optional<RedisUrl> redis;

  private KeySource(String text, Optional<Path> path, Optional<RedisUrl> redis) {
    this.text = text;
    this.path = path;
    this.redis = redis;
  }

  static KeySource path(Path path) {
    return new KeySource(path.toString(), Optional.of(path), Optional.empty());
  }

  static KeySource redis(RedisUrl url) {
    return new KeySource(url.toString(), Optional.empty(), Optional.of(url));
  }

  /** As written: a relative path starts at the working directory. Empty for the words. */
  public Optional<Path> path() {
    return path;
  }

  /** Redis's URL; empty for the words and a path. */
  public Optional<RedisUrl> redis() {
    return redis;
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
