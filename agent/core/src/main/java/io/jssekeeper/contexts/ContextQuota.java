package io.jssekeeper.contexts;

import io.jssekeeper.store.HeapQuota;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One store's part of the memory budget. Outlives the store, so that its bytes can be taken back.
 * Thread-safe.
 */
final class ContextQuota implements HeapQuota {
  private final MemoryBudget budget;
  private final AtomicLong strongBytes = new AtomicLong();

  ContextQuota(MemoryBudget budget) {
    this.budget = budget;
  }

  long strongBytes() {
    return strongBytes.get();
  }

  /** The store is gone, and what it held with it. */
  void close() {
    budget.changed(-strongBytes.getAndSet(0));
  }

  @Override
  public boolean fits(int bytes) {
    return bytes <= budget.limitBytes();
  }

  @Override
  public void changed(long bytes) {
    strongBytes.addAndGet(bytes);
    budget.changed(bytes);
  }

  @Override
  public void settle() {
    budget.settle();
  }
}
