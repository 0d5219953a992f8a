package io.jssekeeper.metrics.meters;

import io.jssekeeper.metrics.CacheStats;
import io.jssekeeper.metrics.KeeperMeters;
import io.jssekeeper.metrics.KeeperStats;
import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.HandshakeTags;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The keeper's meters in one registry; docs/metrics.md lists them. Thread-safe, and without a lock,
 * since a registry may run any code.
 */
public final class Meters implements KeeperMeters {
  private static final String HANDSHAKES = "jsse.handshakes";

  private final MeterRegistry registry;
  private final KeeperStats stats;
  private final List<Meter> always = new CopyOnWriteArrayList<>();
  private final Map<String, CacheMeters> caches = new ConcurrentHashMap<>();

  public Meters(MeterRegistry registry, KeeperStats stats) {
    this.registry = registry;
    this.stats = stats;
  }

  @Override
  public void register() {
    counters(
        "jsse.session.cache.gets",
        "Look-ups of sessions to resume; a hit found one",
        "result",
        KeeperStats::gets);
    counters(
        "jsse.session.cache.removals",
        "Sessions that left a cache, by cause",
        "cause",
        KeeperStats::removals);
    counters(
        "jsse.session.protected",
        "Sessions kept that JSSE would have lost, by protection",
        "by",
        KeeperStats::prevented);
    always.add(
        FunctionCounter.builder("jsse.keeper.errors", stats, KeeperStats::errors)
            .description("Internal errors of the keeper; each is a defect to report")
            .register(registry));
    gauges();
  }

  private void gauges() {
    always.add(
        Gauge.builder("jsse.ticket.keys.age", stats, KeeperStats::ticketKeysAgeSeconds)
            .description("How long ago the secret of shared ticket keys was changed")
            .baseUnit("seconds")
            .register(registry));
    for (String whose : stats.certificateDays().keySet()) {
      String[] words = whose.split(" ");
      always.add(
          Gauge.builder("jsse.certificate.days", stats, s -> s.certificateDays().get(whose))
              .description("Until the first certificate ends of those lately shown")
              .tags("side", words[0], "of", words[1])
              .register(registry));
    }
  }

  private void counters(
      String name,
      String description,
      String tag,
      Function<KeeperStats, Map<String, Long>> counts) {
    for (String value : counts.apply(stats).keySet()) {
      always.add(
          FunctionCounter.builder(name, stats, r -> counts.apply(r).get(value))
              .description(description)
              .tags(tag, value)
              .register(registry));
    }
  }

  /** Two at once agree on one to register: gauges read the first reading, which is held weakly. */
  @Override
  public void follow() {
    Set<String> gone = new HashSet<>(caches.keySet());
    for (CacheStats cache : stats.caches()) {
      String key = cache.side() + " " + cache.context();
      if (!gone.remove(key)) {
        add(key, new CacheMeters(cache, registry));
      }
    }
    for (String key : gone) {
      CacheMeters removed = caches.remove(key);
      if (removed != null) {
        removed.remove();
      }
    }
  }

  private void add(String key, CacheMeters cache) {
    if (caches.putIfAbsent(key, cache) == null) {
      cache.register();
    }
  }

  /** Looked up each time: the application may have removed it meanwhile. */
  @Override
  public void accept(HandshakeRecord record) {
    Timer.builder(HANDSHAKES)
        .description("TLS handshakes, from the first to the last step of each")
        .tags(HandshakeTags.of(record))
        .register(registry)
        .record(Math.max(0, record.tookNanos()), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    registry.find(HANDSHAKES).meters().forEach(registry::remove);
    always.forEach(registry::remove);
    caches.values().forEach(CacheMeters::remove);
  }
}
