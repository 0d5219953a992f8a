package io.jssekeeper.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Readings that a test sets. */
public final class GivenReadings implements Readings {
  public final Map<String, Long> gets = new LinkedHashMap<>(Map.of("hit", 1L, "miss", 2L));
  public final List<CacheReading> caches = new ArrayList<>();

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
  public List<CacheReading> caches() {
    return caches;
  }
}
