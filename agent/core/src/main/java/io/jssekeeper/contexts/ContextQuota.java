package io.jssekeeper.contexts;

import io.jssekeeper.store.HeapQuota;
import io.jssekeeper.store.SessionStore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One store's share of the memory budget. Outlives the store, so that its bytes can be returned.
 * Thread-safe.
 */
final class ContextQuota implements HeapQuota {
  private final MemoryBudget budget;
  private final SofteningOrder.Place place;

  /** Written under the store's lock only, so that no atomic addition is needed. */
  private final AtomicLong strongBytes = new AtomicLong();

  private volatile OpenContext context;

  /**
   * @param number different for each store
   */
  ContextQuota(MemoryBudget budget, int number) {
    this.budget = budget;
    this.place = new SofteningOrder.Place(this, number);
  }

  /** Names the context of the store; until then the store holds nothing. */
  void belongsTo(OpenContext context) {
    this.context = context;
  }

  /** The store, or null once its context was collected. */
  SessionStore<?> store() {
    OpenContext its = context;
    return its == null ? null : its.store();
  }

  long strongBytes() {
    return strongBytes.get();
  }

  /** The store is gone, and everything it held with it. */
  void close() {
    budget.changed(-strongBytes.getAndSet(0));
    budget.softening().forget(place);
  }

  @Override
  public boolean fits(int bytes) {
    return bytes <= budget.limitBytes();
  }

  @Override
  public void changed(long bytes) {
    strongBytes.lazySet(strongBytes.get() + bytes);
    budget.changed(bytes);
    if (bytes > 0) {
      budget.softening().join(place);
    }
  }

  @Override
  public void settle() {
    budget.settle();
  }
}
