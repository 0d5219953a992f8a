package io.jssekeeper.core;

import java.lang.instrument.Instrumentation;

/**
 * What outputs need to know about this JVM, available only from the JDK's internals. Thread-safe.
 */
public interface Jvm {
  Instrumentation instrumentation();

  /** Whether a class has been initialised; does not initialise it. */
  boolean isInitialized(Class<?> type);

  /** Whether the platform's MBean server exists; does not create it. For one thread. */
  boolean isMBeanServerMade();

  /**
   * Loads classes of the agent's jar, while it is readable, without initialising them.
   *
   * @param folders prefixes of their names below {@code io/jssekeeper/}
   */
  void load(String... folders);

  /**
   * Whether a connection is open.
   *
   * @param connection the object by which hooks identify it
   */
  boolean isOpen(Object connection);
}
