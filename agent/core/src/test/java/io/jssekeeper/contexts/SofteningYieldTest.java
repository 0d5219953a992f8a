package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The sweep of a budget that has fallen, and a thread that needs the store meanwhile. */
@Timeout(60)
class SofteningYieldTest {
  private static final int ROUNDS = 200;
  private static final SessionAttributes.Use USE = SessionAttributes.Use.MANY;

  private final MemoryBudget budget = new MemoryBudget(Long.MAX_VALUE);
  private final ContextRegistry stores = new ContextRegistry(budget, 10);
  private final SessionStore<Object> store = stores.open(Side.SERVER);
  private int lettingIn;
  private Waiter waiter;

  /** Without a pause the sweep softens many sessions more until the other thread is awake. */
  @Test
  void settle_threadWaitsForTheStore_mostlyHasItBeforeTheNextSessionIsSoftened()
      throws InterruptedException {
    for (int id = 0; id <= ROUNDS; id++) {
      store.put(id, new Object(), new SessionAttributes(0, 0, 100, new Softened(), USE));
    }
    budget.limitTo(0);

    stores.settle();

    waiter.join();
    assertThat(store.softlyHeld()).isEqualTo(ROUNDS + 1);
    assertThat(lettingIn).isGreaterThan(ROUNDS / 2);
  }

  /** Is called with the store's lock held when its session is softened. */
  private final class Softened implements SessionAttributes.SharedBytes {
    @Override
    public int hold() {
      return 0;
    }

    @Override
    public int release() {
      if (waiter != null) {
        lettingIn += waiter.hadItsTurn ? 1 : 0;
      }
      waiter = new Waiter();
      waiter.start();
      while (waiter.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      return 0;
    }
  }

  /** Takes the store's lock once. */
  private final class Waiter extends Thread {
    private volatile boolean hadItsTurn;

    @Override
    public void run() {
      store.softlyHeld();
      hadItsTurn = true;
    }
  }
}
