package io.jssekeeper.metrics;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.CertificateDays;
import io.jssekeeper.ticketkeys.TicketKeys;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keeper as meters read it. Thread-safe. */
public final class CoreStats implements KeeperStats {
  /** Contexts of higher numbers are one, so that those who make many do not make many meters. */
  static final int MAX_CONTEXTS = 100;

  private final ContextRegistry contexts;
  private final Protections protections;
  private final SuppressedErrors swallowed;
  private final TicketKeys keys;
  private final CertificateDays certificates;

  public CoreStats(Core core) {
    contexts = core.contexts();
    protections = core.protections();
    swallowed = core.suppressedErrors();
    keys = core.ticketKeys();
    certificates = core.certificates();
  }

  @Override
  public Map<String, Long> gets() {
    Map<String, Long> gets = new LinkedHashMap<>();
    gets.put("hit", contexts.totals().hits());
    gets.put("miss", contexts.totals().misses());
    return gets;
  }

  @Override
  public Map<String, Long> removals() {
    Map<String, Long> removals = new LinkedHashMap<>();
    for (Map.Entry<RemovalCause, Long> each : contexts.totals().removals().entrySet()) {
      removals.put(each.getKey().word(), each.getValue());
    }
    return removals;
  }

  @Override
  public Map<String, Long> prevented() {
    Map<String, Long> prevented = new LinkedHashMap<>();
    for (Map.Entry<Protection, Long> each : protections.counts().entrySet()) {
      prevented.put(each.getKey().word(), each.getValue());
    }
    return prevented;
  }

  @Override
  public long errors() {
    return swallowed.count();
  }

  @Override
  public double ticketKeysAgeSeconds() {
    return keys.ageSeconds() < 0 ? Double.NaN : keys.ageSeconds();
  }

  @Override
  public Map<String, Double> certificateDays() {
    return certificates.byName(System.currentTimeMillis());
  }

  @Override
  public List<CacheStats> caches() {
    List<CacheStats> caches = new ArrayList<>();
    Set<Side> others = EnumSet.noneOf(Side.class);
    for (OpenContext context : contexts.alive()) {
      if (context.store() == null) {
        continue;
      }
      if (context.number() <= MAX_CONTEXTS) {
        caches.add(new ContextCacheStats(context));
      } else if (others.add(context.side())) {
        caches.add(new OtherCachesStats(contexts, context.side()));
      }
    }
    return caches;
  }
}
