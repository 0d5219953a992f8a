package io.jssekeeper.core;

import io.jssekeeper.config.InvalidOptionException;

/** What operators can query or do in an installed keeper. Thread-safe. */
public interface Control {
  /** {@code on}, or {@code off: } and the reason. */
  String state();

  /** What the self-check has found. */
  String selfCheck();

  /** Where records are logged to now. */
  String logDestination();

  /** How many records outputs have lost. */
  long recordsLost();

  /**
   * Changes options immediately.
   *
   * @param assignments {@code key=value,key=value}
   * @throws InvalidOptionException if any is invalid; nothing is changed then
   */
  void set(String assignments) throws InvalidOptionException;

  /** Detaches the keeper from this JVM; returns when that is done. */
  void detach();
}
