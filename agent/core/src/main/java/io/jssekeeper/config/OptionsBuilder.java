package io.jssekeeper.config;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Collects settings, the source of highest priority first.
 *
 * <p>A value that a higher source overrides is checked anyway: otherwise an error would surface
 * only when the override is removed.
 */
final class OptionsBuilder {
  private final Map<String, Setting<?>> settings = new HashMap<>();

  void offer(Setting<?> setting) {
    settings.putIfAbsent(setting.option.key(), setting);
  }

  /** Settings of an option so far; defaults do not count. */
  Optional<Setting<?>> find(Option<?> option) {
    return Optional.ofNullable(settings.get(option.key()));
  }

  /** All settings so far. */
  Collection<Setting<?>> offered() {
    return settings.values();
  }

  /** The settings by key, in table order; a key without a value is absent. */
  Map<String, Setting<?>> finish() {
    Map<String, Setting<?>> all = new LinkedHashMap<>();
    for (Option<?> option : KnownOptions.all()) {
      Optional<? extends Setting<?>> offered = find(option);
      Optional<? extends Setting<?>> setting =
          offered.isPresent() ? offered : option.defaultSetting();
      if (setting.isPresent()) {
        all.put(option.key(), setting.get());
      }
    }
    return all;
  }
}
