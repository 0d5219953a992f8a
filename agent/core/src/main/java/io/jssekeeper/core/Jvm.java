package io.jssekeeper.core;

import java.lang.instrument.Instrumentation;

/** What outputs need to know about this JVM and only the JDK's internals tell. Thread-safe. */
public interface Jvm {
  Instrumentation instrumentation();

  /** Whether a class has been initialised; does not initialise it. */
  boolean isInitialized(Class<?> type);

  /** Whether the platform's MBean server has been made; does not make it. For one thread. */
  boolean isMBeanServerMade();

  /**
   * Loads classes of the agent's jar, while it can be read, and initialises none.
   *
   * @param folders the beginnings of their names below {@code io/jssekeeper/}
   */
  void load(String... folders);

  /**
   * Whether a connection is open.
   *
   * @param connection as hooks name it
   */
  boolean isOpen(Object connection);
}
