package io.jssekeeper.config;

import io.jssekeeper.config.value.InvalidValueException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Checks the keys and values of one source, one by one, and adds them to the builder. */
final class SourceReader {
  private final Source source;
  private final OptionsBuilder options;
  private final Map<String, String> seen = new HashMap<>();

  SourceReader(Source source, OptionsBuilder draft) {
    this.source = source;
    this.options = draft;
  }

  /** Takes one key and its value; surrounding white space is ignored. */
  void add(String givenKey, String givenText) throws InvalidOptionException {
    String key = givenKey.trim();
    String text = givenText.trim();
    Optional<Option<?>> option = KnownOptions.find(key);
    if (option.isEmpty()) {
      throw InvalidOptionException.unknown(key, text, source);
    }
    String before = seen.putIfAbsent(key, text);
    if (before != null) {
      throw InvalidOptionException.repeated(key, text, before, source);
    }
    if (text.isEmpty()) {
      throw InvalidOptionException.empty(option.get(), source);
    }
    options.offer(setting(option.get(), text));
  }

  private <T> Setting<T> setting(Option<T> option, String text) throws InvalidOptionException {
    if (source.isFile() && option == KnownOptions.CONFIG) {
      throw InvalidOptionException.impossible(
          option, text, source, "a file cannot name another file");
    }
    try {
      return new Setting<>(option, option.parse(text), source);
    } catch (InvalidValueException e) {
      throw InvalidOptionException.impossible(option, text, source, e.getMessage());
    }
  }

  /** An item that is not a key with a value. */
  InvalidOptionException noEqualsSign(String item) {
    return InvalidOptionException.noEqualsSign(item, source);
  }
}
