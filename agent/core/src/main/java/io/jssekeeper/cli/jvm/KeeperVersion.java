package io.jssekeeper.cli.jvm;

import io.jssekeeper.config.Release;
import java.util.Optional;
import java.util.Properties;

/** The version of the keeper in a JVM, from one of that JVM's system properties. */
public final class KeeperVersion {
  /** Set by the agent while it is installed. */
  private static final String PROPERTY = "io.jssekeeper.version";

  /** Says why a keeper did not start. */
  private static final String REFUSAL_PROPERTY = "io.jssekeeper.refusal";

  private KeeperVersion() {}

  public static Optional<String> in(Properties systemProperties) {
    return Optional.ofNullable(systemProperties.getProperty(PROPERTY));
  }

  /** Why the last keeper did not start. */
  static String refusal(Properties systemProperties) {
    return systemProperties.getProperty(REFUSAL_PROPERTY, "see its standard error");
  }

  /** This jar's version. */
  public static String ours() {
    return Release.version();
  }
}
