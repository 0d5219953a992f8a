package io.jssekeeper.metrics.meters;

import io.jssekeeper.metrics.CacheStats;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The meters of one cache. */
final class CacheMeters {
  /** Held here, since a registry holds what it reads only weakly. */
  private final CacheStats cache;

  private final MeterRegistry registry;
  private final List<Meter> meters = new ArrayList<>();

  CacheMeters(CacheStats cache, MeterRegistry registry) {
    this.cache = cache;
    this.registry = registry;
  }

  void register() {
    gauge("size", null, CacheStats::size, "Sessions in a session context's cache");
    gauge(
        "capacity",
        null,
        CacheStats::capacity,
        "Maximum number of sessions in a session context's cache; 0 is no limit");
    gauge(
        "bytes",
        "bytes",
        CacheStats::bytes,
        "Heap that a session context's sessions hold strongly, estimated");
  }

  private void gauge(
      String what, String unit, ToDoubleFunction<CacheStats> value, String description) {
    meters.add(
        Gauge.builder("jsse.session.cache." + what, cache, value)
            .description(description)
            .baseUnit(unit)
            .tags("side", cache.side(), "context", cache.context())
            .register(registry));
  }

  void remove() {
    meters.forEach(registry::remove);
  }
}
