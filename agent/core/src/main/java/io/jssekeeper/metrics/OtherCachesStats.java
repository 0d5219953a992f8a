package io.jssekeeper.metrics;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.model.Side;

/** The caches of one side without meters of their own, combined. */
final class OtherCachesStats implements CacheStats {
  private final ContextRegistry contexts;
  private final Side side;

  OtherCachesStats(ContextRegistry contexts, Side side) {
    this.contexts = contexts;
    this.side = side;
  }

  @Override
  public String side() {
    return side.word();
  }

  @Override
  public String context() {
    return "other";
  }

  @Override
  public double size() {
    return sums().size;
  }

  @Override
  public double capacity() {
    return sums().capacity;
  }

  @Override
  public double bytes() {
    return sums().bytes;
  }

  private Sums sums() {
    Sums sums = new Sums();
    for (OpenContext context : contexts.alive()) {
      boolean isOther = context.number() > CoreStats.MAX_CONTEXTS;
      if (isOther && context.side() == side) {
        sums.add(new ContextCacheStats(context));
      }
    }
    return sums;
  }

  private static final class Sums {
    private double size;
    private double capacity;
    private double bytes;

    void add(CacheStats cache) {
      size += cache.size();
      capacity += cache.capacity();
      bytes += cache.bytes();
    }
  }
}
