package io.jssekeeper.metrics;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;

/** The caches of one side that have no meters of their own, as one. */
final class OtherCachesStats implements CacheStats {
  private final ContextRegistry stores;
  private final Side side;

  OtherCachesStats(ContextRegistry stores, Side side) {
    this.stores = stores;
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
    stores.forEach(sums);
    return sums;
  }

  private final class Sums implements ContextRegistry.Visitor {
    private double size;
    private double capacity;
    private double bytes;

    @Override
    public void visit(OpenContext kept, SessionStore<?> store) {
      boolean isOther = kept.number() > CoreStats.MOST_CONTEXTS;
      if (isOther && kept.side() == side) {
        ContextCacheStats figures = new ContextCacheStats(kept);
        size += figures.size();
        capacity += figures.capacity();
        bytes += figures.bytes();
      }
    }
  }
}
