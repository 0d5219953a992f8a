package io.jssekeeper.cli.jvm;

import java.util.Optional;
import java.util.Properties;

/** Which keeper is in a JVM, as one of its system properties says. */
public final class KeeperVersion {
  /** Set by the agent for as long as it is in. */
  private static final String PROPERTY = "io.jssekeeper.version";

  /** False where it does not show itself by JMX. */
  private static final String JMX_PROPERTY = "io.jssekeeper.jmx";

  private KeeperVersion() {}

  public static Optional<String> in(Properties systemProperties) {
    return Optional.ofNullable(systemProperties.getProperty(PROPERTY));
  }

  static boolean showsByJmx(Properties systemProperties) {
    return Boolean.parseBoolean(systemProperties.getProperty(JMX_PROPERTY));
  }
}
