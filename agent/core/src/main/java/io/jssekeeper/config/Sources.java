package io.jssekeeper.config;

import io.jssekeeper.config.value.InvalidValueException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads all sources into one builder, from the highest priority down. */
final class Sources {
  private final OptionsBuilder options = new OptionsBuilder();

  static Map<String, Setting<?>> read(
      String agentArgument, Map<String, String> environment, Properties systemProperties)
      throws InvalidOptionException {
    Sources sources = new Sources();
    sources.items(agentArgument, Source.ARGUMENT);
    sources.systemProperties(systemProperties);
    sources.items(environment.get(Source.VARIABLE), Source.ENVIRONMENT);
    sources.configFile();
    return sources.options.finish();
  }

  private void items(String textOrNull, Source source) throws InvalidOptionException {
    if (textOrNull != null) {
      KeyValueList.read(textOrNull, new SourceReader(source, options));
    }
  }

  /** In alphabetical order, so that of two errors the same one is always reported. */
  private void systemProperties(Properties properties) throws InvalidOptionException {
    SourceReader layer = new SourceReader(Source.SYSTEM_PROPERTY, options);
    List<String> names = new ArrayList<>();
    for (String name : properties.stringPropertyNames()) {
      if (name.startsWith(Source.PROPERTY_PREFIX)) {
        names.add(name);
      }
    }
    names.sort(null);
    for (String name : names) {
      layer.add(name.substring(Source.PROPERTY_PREFIX.length()), properties.getProperty(name, ""));
    }
  }

  private void configFile() throws InvalidOptionException {
    Optional<Setting<?>> config = options.find(KnownOptions.CONFIG);
    if (config.isPresent()) {
      configFile(config.get().text(), config.get().source);
    }
  }

  private void configFile(String name, Source namedBy) throws InvalidOptionException {
    try {
      ConfigFile.read(Path.of(name), new SourceReader(Source.file(name), options));
    } catch (InvalidValueException e) {
      throw InvalidOptionException.impossible(KnownOptions.CONFIG, name, namedBy, e.getMessage());
    }
  }
}
