package io.jssekeeper.install;

import io.jssekeeper.keep.KeptStore;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.metrics.CacheReading;
import io.jssekeeper.record.Side;
import io.jssekeeper.store.SessionStore;
import java.util.function.ToDoubleFunction;

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
    return sum(CacheReading::size);
  }

  @Override
  public double capacity() {
    return sum(CacheReading::capacity);
  }

  @Override
  public double bytes() {
    return sum(CacheReading::bytes);
  }

  private double sum(ToDoubleFunction<CacheReading> figure) {
    Sum sum = new Sum(figure);
    stores.forEach(sum);
    return sum.value;
  }

  private final class Sum implements Stores.Visitor {
    private final ToDoubleFunction<CacheReading> figure;
    private double value;

    Sum(ToDoubleFunction<CacheReading> figure) {
      this.figure = figure;
    }

    @Override
    public void visit(KeptStore kept, SessionStore<?> store) {
      boolean isOther = kept.number() > KeeperReadings.MOST_CONTEXTS;
      if (isOther && kept.isServer() == (side == Side.SERVER)) {
        value += figure.applyAsDouble(new CacheFigures(kept));
      }
    }
  }
}
