package io.jssekeeper.core;

import io.jssekeeper.config.Options;
import io.jssekeeper.record.Sink;

/**
 * A place where the keeper publishes its data: the log, JMX, JFR, metrics. Thread-safe.
 *
 * <p>Outputs name the core; the core knows them by this interface only.
 */
public interface Output {
  /**
   * The receiver of records: called on the threads of handshakes, so it must neither wait nor hold
   * a lock for long.
   */
  default Sink handshakes() {
    return Sink.NONE;
  }

  /**
   * Starts, once the hooks are connected.
   *
   * @param attached whether the application has been running for a while
   */
  default void start(boolean attached) {}

  /** Options have changed while the keeper is at work. */
  default void follow(Options before, Options now) {}

  /** How many records it has lost. */
  default long recordsLost() {
    return 0;
  }

  /**
   * Whether it continues after repeated internal errors have made the keeper remove its weaves, to
   * show why.
   */
  default boolean outlivesFailure() {
    return false;
  }

  /** Ends its threads, and closes everything it has opened. Takes some seconds at most. */
  void stop() throws InterruptedException;
}
