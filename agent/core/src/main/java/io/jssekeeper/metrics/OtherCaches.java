package io.jssekeeper.metrics;

import io.jssekeeper.contexts.KeptStore;
import io.jssekeeper.contexts.Stores;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;

/** The caches of one side that have no meters of their own, as one. */
final class OtherCaches implements CacheReading {
  private final Stores stores;
  private final Side side;

  OtherCaches(Stores stores, Side side) {
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

  private final class Sums implements Stores.Visitor {
    private double size;
    private double capacity;
    private double bytes;

    @Override
    public void visit(KeptStore kept, SessionStore<?> store) {
      boolean isOther = kept.number() > KeeperReadings.MOST_CONTEXTS;
      if (isOther && kept.side() == side) {
        CacheFigures figures = new CacheFigures(kept);
        size += figures.size();
        capacity += figures.capacity();
        bytes += figures.bytes();
      }
    }
  }
}
