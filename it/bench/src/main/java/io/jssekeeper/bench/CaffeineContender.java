package io.jssekeeper.bench;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;

/** Caffeine with the same bounds; it holds sessions strongly. */
final class CaffeineContender implements Contender {
  static final String NAME = "Caffeine";

  private final Cache<Object, Object> cache;

  CaffeineContender(int capacity, int timeoutSeconds) {
    cache =
        Caffeine.newBuilder()
            .maximumSize(capacity)
            .expireAfterWrite(Duration.ofSeconds(timeoutSeconds))
            .build();
  }

  @Override
  public Object get(Object id) {
    return cache.getIfPresent(id);
  }

  @Override
  public void put(Object id, Object session) {
    cache.put(id, session);
  }

  @Override
  public void remove(Object id) {
    cache.invalidate(id);
  }

  @Override
  public void close() {}
}
