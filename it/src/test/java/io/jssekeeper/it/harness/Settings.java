package io.jssekeeper.it.harness;

import java.nio.file.Path;

/** What the build tells the tests by system properties; the defaults suit a run from the module. */
public final class Settings {
  private Settings() {}

  /** The agent's jar as shipped. */
  public static Path agentJar() {
    return path("it.agent", "../agent/target/jsse-keeper.jar");
  }

  /** Where tests may write. */
  public static Path work() {
    return path("it.work", "target/it");
  }

  /**
   * The number of sessions for a test: what the issue promises with {@code -Dit.full}, else fewer.
   */
  public static int sessions(int quick, int full) {
    return System.getProperty("it.full") == null ? quick : full;
  }

  static Path programs() {
    return path("it.programs", "target/classes");
  }

  private static Path path(String key, String otherwise) {
    return Path.of(System.getProperty(key, otherwise)).toAbsolutePath().normalize();
  }
}
