package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * No thread waits long for the lock while one thread has much work to do.
 *
 * <p>There are so many sessions that the whole work takes much longer than the bound. On a busy
 * machine a thread is sometimes not scheduled for as long, so 99.9 % of the waits count, and a
 * round may be repeated.
 */
@Timeout(120)
class StoreWaitTest {
  private static final int SESSIONS = 300_000;
  private static final int ROUNDS = 5;
  private static final double MAX_MILLIS = 20;

  @Test
  void sweep_manyExpired_delaysNoThread() {
    assertThat(
            bestOf(
                "sweep of expired sessions",
                one -> {
                  one.store.setTimeout(10);
                  one.advance(Duration.ofSeconds(10));
                },
                SessionStore::sweep))
        .isLessThan(MAX_MILLIS);
  }

  @Test
  void evict_allOthersJustUsed_delaysNoThread() {
    assertThat(
            bestOf(
                "eviction, all others just used",
                StoreWaitTest::useAllButOne,
                store -> store.setCapacity(SESSIONS - 2)))
        .isLessThan(MAX_MILLIS);
  }

  @Test
  void soften_allOthersJustUsed_delaysNoThread() {
    assertThat(
            bestOf(
                "softening, all others just used",
                StoreWaitTest::useAllButOne,
                store -> {
                  store.strong().softenOldest();
                  store.strong().softenOldest();
                }))
        .isLessThan(MAX_MILLIS);
  }

  @Test
  void oldestStrongUse_allJustUsed_delaysNoThread() {
    assertThat(
            bestOf(
                "search for the least recently used",
                one -> {
                  useAllButOne(one);
                  one.store.remove(0);
                },
                store -> store.strong().oldestUse(0)))
        .isLessThan(MAX_MILLIS);
  }

  /** The first in the order hides that all behind it have moved. */
  private static void useAllButOne(OneStore one) {
    for (int id = SESSIONS - 1; id > 0; id--) {
      one.ticker.advance(1);
      one.store.get(id);
    }
  }

  /**
   * The waits during the work (99.9 %), in milliseconds, of the first round that is good enough.
   */
  private static double bestOf(
      String what, Consumer<OneStore> prepare, Consumer<SessionStore<Session>> work) {
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && best >= MAX_MILLIS; round++) {
      OneStore one = full();
      prepare.accept(one);
      Waits waits = new Waits(one.store);
      long start = System.nanoTime();
      work.accept(one.store);
      double took = (System.nanoTime() - start) / 1e6;
      best = Math.min(best, waits.stop() / 1e6);
      System.out.printf("%s took %.1f ms, beside it %s%n", what, took, waits);
    }
    return best;
  }

  private static OneStore full() {
    OneStore one = new OneStore();
    for (int id = 0; id < SESSIONS; id++) {
      one.ticker.advance(1);
      one.reusable(id);
    }
    return one;
  }
}
