package io.jssekeeper.core;

import io.jssekeeper.config.InvalidOptionException;

/** What operators can ask an installed keeper to show or do. Thread-safe. */
public interface Control {
  /** {@code on}, or {@code off: } and why. */
  String state();

  /** What the self-check has found. */
  String selfCheck();

  /** Where records are logged to now. */
  String logDestination();

  /** How many records outputs have lost. */
  long recordsLost();

  /**
   * Changes options at once.
   *
   * @param assignments {@code key=value,key=value}
   * @throws InvalidOptionException and nothing is changed then
   */
  void set(String assignments) throws InvalidOptionException;

  /** Takes the keeper out of this JVM; returns when that is done. */
  void detach();
}
