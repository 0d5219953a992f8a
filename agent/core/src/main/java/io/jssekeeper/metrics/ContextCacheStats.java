package io.jssekeeper.metrics;

import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.store.SessionStore;

/** One session context's cache as meters read it. Does not keep the context alive. */
final class ContextCacheStats implements CacheStats {
  private final OpenContext kept;

  ContextCacheStats(OpenContext kept) {
    this.kept = kept;
  }

  @Override
  public String side() {
    return kept.side().word();
  }

  @Override
  public String context() {
    return Integer.toString(kept.number());
  }

  @Override
  public double size() {
    SessionStore<?> store = kept.store();
    return store == null ? 0 : store.size();
  }

  @Override
  public double capacity() {
    SessionStore<?> store = kept.store();
    return store == null ? 0 : store.capacity();
  }

  @Override
  public double bytes() {
    return kept.strongBytes();
  }
}
