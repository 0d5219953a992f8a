package io.jssekeeper.config;

/** Where metrics go. */
public enum MetricsTarget {
  /** The application's Micrometer global registry, if it has one. */
  AUTO,
  OFF
}
