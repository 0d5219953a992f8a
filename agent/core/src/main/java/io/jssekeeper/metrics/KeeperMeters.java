package io.jssekeeper.metrics;

import io.jssekeeper.record.Sink;

/**
 * The keeper's meters in one registry: counts records, and removes the meters when closed. Passes
 * on what the registry throws. Thread-safe.
 */
public interface KeeperMeters extends Sink {
  /** Registers those that are always there. */
  void register();

  /** Registers those of caches that have come, and removes those of caches that are gone. */
  void follow();
}
