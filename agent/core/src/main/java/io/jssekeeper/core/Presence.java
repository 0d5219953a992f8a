package io.jssekeeper.core;

import io.jssekeeper.config.Release;

/** The keeper's version. */
public final class Presence {
  /** Tells the next attach that there is a keeper in this JVM, and its version. */
  private static final String PROPERTY = "io.jssekeeper.version";

  /** Whether JMX shows more about the keeper. */
  private static final String JMX_PROPERTY = "io.jssekeeper.jmx";

  /** Why the keeper is off, for the attach that failed. */
  private static final String REFUSAL_PROPERTY = "io.jssekeeper.refusal";

  private Presence() {}

  /** Publishes in system properties that the keeper is installed; see {@link #remove}. */
  public static void announce(boolean jmx) {
    System.clearProperty(REFUSAL_PROPERTY);
    System.setProperty(JMX_PROPERTY, Boolean.toString(jmx));
    System.setProperty(PROPERTY, ours());
  }

  /** Publishes in a system property why the keeper is off. */
  public static void refuse(String sentence) {
    try {
      System.setProperty(REFUSAL_PROPERTY, sentence);
    } catch (SecurityException denied) {
      // Standard error has it.
    }
  }

  /** Whether there is a keeper, possibly one that is off. */
  public static boolean isAnnounced() {
    return System.getProperty(PROPERTY) != null;
  }

  /** Removes the properties when the keeper detaches. */
  public static void remove() {
    System.clearProperty(PROPERTY);
    System.clearProperty(JMX_PROPERTY);
  }

  /** As in the jar's manifest, or {@code unknown} outside a jar. */
  public static String ours() {
    return Release.version();
  }
}
