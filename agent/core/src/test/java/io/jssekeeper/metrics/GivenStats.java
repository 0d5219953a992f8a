package io.jssekeeper.metrics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Readings that a test sets. */
public class GivenStats implements KeeperStats {
  public final Map<String, Long> gets = new LinkedHashMap<>(Map.of("hit", 1L, "miss", 2L));
  public final List<CacheStats> caches = new CopyOnWriteArrayList<>();

  @Override
  public Map<String, Long> gets() {
    return gets;
  }

  @Override
  public Map<String, Long> removals() {
    return Map.of("expired", 3L);
  }

  @Override
  public Map<String, Long> prevented() {
    return Map.of("gc", 4L);
  }

  @Override
  public long errors() {
    return 5;
  }

  @Override
  public double ticketKeysAgeSeconds() {
    return 6;
  }

  @Override
  public Map<String, Double> certificateDays() {
    return Map.of("server own", 7.5);
  }

  @Override
  public List<CacheStats> caches() {
    return caches;
  }
}
