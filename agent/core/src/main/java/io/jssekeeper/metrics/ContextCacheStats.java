package io.jssekeeper.metrics;

import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.store.SessionStore;

/** One session context's cache as meters read it. Does not keep the context alive. */
final class ContextCacheStats implements CacheStats {
  private final OpenContext context;

  ContextCacheStats(OpenContext context) {
    this.context = context;
  }

  @Override
  public String side() {
    return context.side().word();
  }

  @Override
  public String context() {
    return Integer.toString(context.number());
  }

  @Override
  public double size() {
    SessionStore<?> store = context.store();
    return store == null ? 0 : store.size();
  }

  @Override
  public double capacity() {
    SessionStore<?> store = context.store();
    return store == null ? 0 : store.capacity();
  }

  @Override
  public double bytes() {
    return context.strongBytes();
  }
}
