package io.jssekeeper.metrics;

import java.util.Optional;

/** A Micrometer's global registry. */
public interface GlobalRegistry {
  /** Meters for it, always the same, not registered yet; empty while they are not read there. */
  Optional<KeeperMeters> meters(KeeperStats readings);
}
