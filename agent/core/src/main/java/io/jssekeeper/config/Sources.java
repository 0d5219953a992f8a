package io.jssekeeper.config;

import io.jssekeeper.config.value.Impossible;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Reads all sources into one draft, from the highest priority down. */
final class Sources {
  private final Draft draft = new Draft();

  static Map<String, Setting<?>> read(
      String agentArgument, Map<String, String> environment, Properties systemProperties)
      throws BadOption {
    Sources sources = new Sources();
    sources.items(agentArgument, Source.ARGUMENT);
    sources.systemProperties(systemProperties);
    sources.items(environment.get(Source.VARIABLE), Source.ENVIRONMENT);
    sources.configFile();
    return sources.draft.finish();
  }

  private void items(String textOrNull, Source source) throws BadOption {
    if (textOrNull != null) {
      Items.read(textOrNull, new Layer(source, draft));
    }
  }

  /** In alphabetical order, so that of two errors it is always the same that is told. */
  private void systemProperties(Properties properties) throws BadOption {
    Layer layer = new Layer(Source.SYSTEM_PROPERTY, draft);
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

  private void configFile() throws BadOption {
    Optional<Setting<?>> config = draft.find(KnownOptions.CONFIG);
    if (config.isPresent()) {
      configFile(config.get().text(), config.get().source);
    }
  }

  private void configFile(String name, Source namedBy) throws BadOption {
    try {
      ConfigFile.read(Path.of(name), new Layer(Source.file(name), draft));
    } catch (Impossible e) {
      throw BadOption.impossible(KnownOptions.CONFIG, name, namedBy, e.getMessage());
    }
  }
}
