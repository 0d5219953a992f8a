package io.jssekeeper.config;

/** Where an option's value came from. */
final class Source {
  static final String PROPERTY_PREFIX = "jssekeeper.";
  static final String VARIABLE = "JSSE_KEEPER_OPTIONS";

  static final Source DEFAULT = new Source("default", "");
  static final Source ENVIRONMENT = new Source("environment", " " + VARIABLE);
  static final Source SYSTEM_PROPERTY = new Source("system property", " " + PROPERTY_PREFIX);
  static final Source ARGUMENT = new Source("argument", "");

  static final Source LIVE = new Source("set live", "");

  private static final String FILE = "file ";

  private final String name;
  private final String detail;

  private Source(String name, String detail) {
    this.name = name;
    this.detail = detail;
  }

  static Source file(String path) {
    return new Source(FILE + Quote.bare(path), "");
  }

  boolean isFile() {
    return name.startsWith(FILE);
  }

  /** As {@link Options#origin} gives it. */
  String name() {
    return name;
  }

  /** The place where this key can be corrected. */
  String of(String key) {
    return name + detail + (this == SYSTEM_PROPERTY ? Quote.bare(key) : "");
  }
}
