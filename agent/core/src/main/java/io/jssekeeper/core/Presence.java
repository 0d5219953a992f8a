package io.jssekeeper.core;

import io.jssekeeper.config.Release;

/** The keeper's version. */
public final class Presence {
  /** Tells the next attach that there is a keeper in this JVM, and which. */
  private static final String PROPERTY = "io.jssekeeper.version";

  /** Whether the keeper shows more of itself by JMX. */
  private static final String JMX_PROPERTY = "io.jssekeeper.jmx";

  /** Why the keeper is not in, for the attach that failed. */
  private static final String REFUSAL_PROPERTY = "io.jssekeeper.refusal";

  private Presence() {}

  /** Says in system properties that the keeper is in; see {@link #remove}. */
  public static void announce(boolean jmx) {
    System.clearProperty(REFUSAL_PROPERTY);
    System.setProperty(JMX_PROPERTY, Boolean.toString(jmx));
    System.setProperty(PROPERTY, ours());
  }

  /** Says in a system property why the keeper is not in. */
  public static void refuse(String sentence) {
    try {
      System.setProperty(REFUSAL_PROPERTY, sentence);
    } catch (SecurityException denied) {
      // Standard error has it.
    }
  }

  /** Whether there is a keeper, be it one that is off. */
  public static boolean isAnnounced() {
    return System.getProperty(PROPERTY) != null;
  }

  /** Takes that back when the keeper leaves. */
  public static void remove() {
    System.clearProperty(PROPERTY);
    System.clearProperty(JMX_PROPERTY);
  }

  /** As the jar says, or {@code unknown} outside of a jar. */
  public static String ours() {
    return Release.version();
  }
}
