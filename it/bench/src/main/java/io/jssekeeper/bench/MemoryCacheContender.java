package io.jssekeeper.bench;

import sun.security.util.Cache;

/** The JDK's own, as {@code SSLSessionContextImpl} creates it. */
final class MemoryCacheContender implements Contender {
  static final String NAME = "MemoryCache";

  private final Cache<Object, Object> cache;

  MemoryCacheContender(int capacity, int timeoutSeconds) {
    cache = Cache.newSoftMemoryCache(capacity, timeoutSeconds);
  }

  @Override
  public Object get(Object id) {
    return cache.get(id);
  }

  @Override
  public void put(Object id, Object session) {
    cache.put(id, session);
  }

  @Override
  public void remove(Object id) {
    cache.remove(id);
  }

  @Override
  public void close() {}
}
