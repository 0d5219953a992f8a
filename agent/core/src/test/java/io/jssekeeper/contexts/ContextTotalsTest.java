package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;
import org.junit.jupiter.api.Test;

class ContextTotalsTest {
  private final ContextRegistry stores = new ContextRegistry(new MemoryBudget(1_000_000), 2);

  @Test
  void tally_ofSeveralStores_isTheirSum() {
    count(stores.open(Side.SERVER));
    count(stores.open(Side.CLIENT));

    assertSums(2);
  }

  @Test
  void tally_whenAContextIsCollected_staysWhatItWas() {
    SessionStore<Object> stays = stores.open(Side.SERVER);
    count(stays);
    count(stores.open(Side.SERVER));

    await()
        .until(
            () -> {
              System.gc();
              stores.forgetGone();
              return stores.size() == 1;
            });

    assertSums(2);
    count(stays);
    assertSums(3);
  }

  /** Two hits, a miss, and a session that leaves because another one takes its id. */
  private static void count(SessionStore<Object> store) {
    store.lookedUp(true);
    store.lookedUp(true);
    store.lookedUp(false);
    store.put("id", new Object(), Sessions.REUSABLE);
    store.put("id", new Object(), Sessions.REUSABLE);
    store.remove("id");
  }

  private void assertSums(long times) {
    assertThat(stores.totals().hits()).isEqualTo(2 * times);
    assertThat(stores.totals().misses()).isEqualTo(times);
    assertThat(stores.totals().removals())
        .containsOnlyKeys(RemovalCause.values())
        .containsEntry(RemovalCause.REPLACED, times)
        .containsEntry(RemovalCause.INVALIDATED, times)
        .containsEntry(RemovalCause.EXPIRED, 0L);
  }
}
