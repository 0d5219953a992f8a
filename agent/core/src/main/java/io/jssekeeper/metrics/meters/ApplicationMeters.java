package io.jssekeeper.metrics.meters;

import io.jssekeeper.metrics.GlobalRegistry;
import io.jssekeeper.metrics.KeeperMeters;
import io.jssekeeper.metrics.KeeperStats;
import io.micrometer.core.instrument.Metrics;
import java.util.Optional;

/** The application's global registry, with the keeper's meters. Created by name. For one thread. */
public final class ApplicationMeters implements GlobalRegistry {
  private KeeperMeters meters;

  /**
   * Empty until the application has added a registry of its own: the filters that it wants our
   * meters to pass are there by then.
   */
  @Override
  public Optional<KeeperMeters> meters(KeeperStats readings) {
    if (meters == null && !Metrics.globalRegistry.getRegistries().isEmpty()) {
      meters = new Meters(Metrics.globalRegistry, readings);
    }
    return Optional.ofNullable(meters);
  }
}
