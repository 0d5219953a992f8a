package io.jssekeeper.metrics;

/** What the keeper and its JVM do for the meters. Thread-safe. */
public interface MetricsHost {
  /** Counts a failure. */
  void swallow(String where, Throwable failure);

  /** Says something of the keeper to people, in one line. */
  void printNotice(String text);

  /** Loads what serves metrics, while the agent's jar can be read. */
  void loadEndpoint();

  /** Whether the application has used a class; does not initialise it. */
  boolean isInitialized(Class<?> type);
}
