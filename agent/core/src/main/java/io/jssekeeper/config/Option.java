package io.jssekeeper.config;

import io.jssekeeper.config.value.InvalidValueException;
import io.jssekeeper.config.value.OptionType;
import java.util.Optional;

/**
 * One row of the options' table: key, default, kind of value, effect.
 *
 * <p>Immutable. The rows are in {@link KnownOptions}.
 */
public final class Option<T> {
  private final String key;
  private final OptionType<T> kind;
  private final Default otherwise;
  private final String effect;
  private final boolean live;

  Option(String key, OptionType<T> kind, Default otherwise, String effect) {
    this(key, kind, otherwise, effect, true);
  }

  private Option(String key, OptionType<T> kind, Default otherwise, String effect, boolean live) {
    this.key = key;
    this.kind = kind;
    this.otherwise = otherwise;
    this.effect = effect;
    this.live = live;
  }

  Option<T> atStartOnly() {
    return new Option<>(key, kind, otherwise, effect, false);
  }

  public String key() {
    return key;
  }

  /** The default for display: a value as it would be written, or where it comes from instead. */
  public String defaultText() {
    return otherwise.text;
  }

  /** What may be written, phrased to follow "write": kind, range and an example. */
  public String expected() {
    return kind.expected();
  }

  /** One sentence, without a full stop. */
  public String effect() {
    return effect;
  }

  /** Whether it can be set on a running keeper, with immediate effect. */
  public boolean isLive() {
    return live;
  }

  boolean isDefault(T value) {
    return otherwise.isValue && otherwise.text.equals(print(value));
  }

  T parse(String text) throws InvalidValueException {
    return kind.parse(text);
  }

  String print(T value) {
    return kind.print(value);
  }

  /** Empty if the default is left to the JDK. */
  Optional<Setting<T>> defaultSetting() {
    if (!otherwise.isValue) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Setting<>(this, parse(otherwise.text), Source.DEFAULT));
    } catch (InvalidValueException e) {
      throw new IllegalArgumentException(key + "=" + otherwise.text, e);
    }
  }
}
