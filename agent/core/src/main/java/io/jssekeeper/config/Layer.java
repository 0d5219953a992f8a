package io.jssekeeper.config;

import io.jssekeeper.config.value.Impossible;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keys and values of one source, checked one by one on their way into the draft. */
final class Layer {
  private final Source source;
  private final Draft draft;
  private final Map<String, String> seen = new HashMap<>();

  Layer(Source source, Draft draft) {
    this.source = source;
    this.draft = draft;
  }

  /** Takes one key and its value; white space around either does not count. */
  void add(String givenKey, String givenText) throws BadOption {
    String key = givenKey.trim();
    String text = givenText.trim();
    Optional<Option<?>> option = KnownOptions.find(key);
    if (option.isEmpty()) {
      throw BadOption.unknown(key, text, source);
    }
    String before = seen.putIfAbsent(key, text);
    if (before != null) {
      throw BadOption.repeated(key, text, before, source);
    }
    if (text.isEmpty()) {
      throw BadOption.empty(option.get(), source);
    }
    draft.offer(setting(option.get(), text));
  }

  private <T> Setting<T> setting(Option<T> option, String text) throws BadOption {
    if (source.isFile() && option == KnownOptions.CONFIG) {
      throw BadOption.impossible(option, text, source, "a file cannot name another one");
    }
    try {
      return new Setting<>(option, option.parse(text), source);
    } catch (Impossible e) {
      throw BadOption.impossible(option, text, source, e.getMessage());
    }
  }

  /** An item that is not even a key and a value. */
  BadOption noEqualsSign(String item) {
    return BadOption.noEqualsSign(item, source);
  }
}
