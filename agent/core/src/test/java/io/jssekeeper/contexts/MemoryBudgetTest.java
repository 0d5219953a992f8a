package io.jssekeeper.contexts;

import static io.jssekeeper.contexts.Sessions.BYTES;
import static io.jssekeeper.contexts.Sessions.strong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MemoryBudgetTest {
  private final MemoryBudget budget = new MemoryBudget(10 * BYTES);
  private final ContextRegistry stores = new ContextRegistry(budget, 10);

  @Test
  void put_withinTheBudget_staysStrong() {
    SessionStore<Object> store = stores.open(Side.SERVER);
    Sessions.put(store, 0, 10);

    assertThat(store.softlyHeld()).isZero();
    assertThat(budget.strongBytes()).isEqualTo(budget.limitBytes());
  }

  @Test
  void put_beyondTheBudget_softensTheLeastRecentlyUsedOverAllStores() {
    SessionStore<Object> a = stores.open(Side.SERVER);
    SessionStore<Object> b = stores.open(Side.CLIENT);
    SessionStore<Object> c = stores.open(Side.CLIENT);
    Sessions.put(a, 0, 4);
    Sessions.put(b, 0, 4);
    Sessions.put(c, 0, 2);
    a.get(0); // now the most recently used

    Sessions.put(c, 2, 5);
    assertThat(List.of(strong(a), strong(b), strong(c))).containsExactly(1, 4, 5);

    Sessions.put(c, 5, 7);
    assertThat(List.of(strong(a), strong(b), strong(c))).containsExactly(1, 2, 7);
    assertThat(budget.strongBytes()).isEqualTo(10 * BYTES);
  }

  @Test
  void get_softSession_isStrongAgainAndOthersMakeRoom() {
    SessionStore<Object> a = stores.open(Side.SERVER);
    SessionStore<Object> b = stores.open(Side.SERVER);
    Sessions.put(a, 0, 2);
    Sessions.put(b, 0, 10);
    assertThat(strong(a)).isZero();

    assertThat(a.get(1)).isNotNull();

    assertThat(strong(a)).isEqualTo(1);
    assertThat(strong(b)).isEqualTo(9);
    assertThat(budget.strongBytes()).isEqualTo(10 * BYTES);
  }

  @Test
  void remove_strongSession_makesRoom() {
    SessionStore<Object> store = stores.open(Side.SERVER);
    Sessions.put(store, 0, 10);
    store.remove(0);
    assertThat(budget.strongBytes()).isEqualTo(9 * BYTES);

    Sessions.put(store, 10, 11);
    assertThat(store.softlyHeld()).isZero();
  }

  @Test
  void noBudget_everySession_isHeldSoftlyAndFound() {
    SessionStore<Object> store = new ContextRegistry(new MemoryBudget(0), 10).open(Side.SERVER);
    Object session = new Object();
    store.put("a", session, Sessions.REUSABLE);

    assertThat(store.get("a")).isSameAs(session);
    assertThat(store.softlyHeld()).isEqualTo(1);
  }

  @Test
  void forgetGone_storeCollected_givesItsBytesBack() {
    SessionStore<Object> stays = stores.open(Side.SERVER);
    Sessions.put(stays, 0, 3);
    Sessions.put(stores.open(Side.SERVER), 0, 5);
    assertThat(budget.strongBytes()).isEqualTo(8 * BYTES);

    await()
        .until(
            () -> {
              System.gc();
              stores.forgetGone();
              return budget.strongBytes() == 3 * BYTES;
            });
    assertThat(strong(stays)).isEqualTo(3);
  }

  @Test
  void put_limitFarBelowWhatIsHeld_softensFewAndLeavesTheRestToTheSweep() {
    budget.limitTo(10_000 * BYTES);
    SessionStore<Object> store = stores.open(Side.SERVER);
    Sessions.put(store, 0, 10_000);
    budget.limitTo(100 * BYTES);

    Sessions.put(store, 10_000, 10_001);
    assertThat(store.softlyHeld()).isBetween(2, 4);

    stores.settle();
    assertThat(strong(store)).isEqualTo(100);
  }

  @Test
  void put_storeThatHeldNothingStrongly_takesItsTurnAgain() {
    SessionStore<Object> a = stores.open(Side.SERVER);
    SessionStore<Object> b = stores.open(Side.SERVER);
    Sessions.put(a, 0, 2);
    Sessions.put(b, 0, 10);
    assertThat(strong(a)).isZero();

    Sessions.put(a, 2, 3);
    Sessions.put(b, 10, 20);

    assertThat(List.of(strong(a), strong(b))).containsExactly(0, 10);
  }

  @Test
  void put_allStoresUsedSince_softensAllTheSame() {
    List<SessionStore<Object>> some = new ArrayList<>();
    budget.limitTo(100 * BYTES);
    for (int i = 0; i < 100; i++) {
      some.add(stores.open(Side.CLIENT));
      Sessions.put(some.get(i), 0, 1);
    }
    for (int round = 1; round <= 20; round++) {
      some.forEach(store -> store.get(0));
      Sessions.put(some.get(round), round, round + 1);
      assertThat(budget.strongBytes()).isEqualTo(100 * BYTES);
    }
  }

  @Test
  void put_fiveThousandContextsAtTheirBudget_costsAboutWhatTenCost() {
    long few = Long.MAX_VALUE;
    long many = Long.MAX_VALUE;
    for (int round = 0; round < 5; round++) {
      few = Math.min(few, nanosOfPuts(10));
      many = Math.min(many, nanosOfPuts(5_000));
    }
    // Asking every store would cost some hundred times as much.
    assertThat((double) many / few).isLessThan(10);
  }

  /** CPU time of 2,000 puts, each beyond the budget, into that many stores in turn. */
  private static long nanosOfPuts(int contexts) {
    MemoryBudget full = new MemoryBudget(2L * contexts * BYTES);
    ContextRegistry all = new ContextRegistry(full, 10);
    List<SessionStore<Object>> some = new ArrayList<>();
    for (int i = 0; i < contexts; i++) {
      some.add(all.open(Side.CLIENT));
      Sessions.put(some.get(i), 0, 2);
    }
    all.settle();
    for (int i = 0; i < contexts; i++) {
      Sessions.put(some.get(i), 2, 3); // each has joined
    }
    ThreadMXBean cpu = ManagementFactory.getThreadMXBean();
    long began = cpu.getCurrentThreadCpuTime();
    for (int i = 0; i < 2_000; i++) {
      some.get(i % contexts).put(3 + i, new Object(), Sessions.REUSABLE);
    }
    return cpu.getCurrentThreadCpuTime() - began;
  }

  @Test
  void forgetGone_contextsThatCameAndWent_leaveNothingBehind() {
    for (int i = 0; i < 1_000; i++) {
      Sessions.put(stores.open(Side.CLIENT), 0, 1);
    }
    await()
        .until(
            () -> {
              System.gc();
              stores.forgetGone();
              return budget.strongBytes() == 0;
            });
    assertThat(budget.softening().isEmpty()).isTrue();
  }

  @Test
  void eightThreads_overSeveralStores_endWithinTheBudget() throws Exception {
    List<SessionStore<Object>> some = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      some.add(stores.open(i % 2 == 0 ? Side.SERVER : Side.CLIENT));
    }
    for (int round = 0; round < 20; round++) {
      runThreads(some);
      stores.settle(); // left over from the last puts
      assertThat(budget.strongBytes()).isBetween(0L, budget.limitBytes());
      long strong = some.stream().mapToLong(s -> (long) strong(s) * BYTES).sum();
      assertThat(budget.strongBytes()).isEqualTo(strong);
    }
  }

  private static void runThreads(List<SessionStore<Object>> some) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(8);
    List<Future<?>> running = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      running.add(
          threads.submit(
              () -> {
                start.countDown();
                start.await();
                for (int step = 0; step < 1_000; step++) {
                  anything(some.get(random.nextInt(some.size())), random);
                }
                return null;
              }));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    for (Future<?> one : running) {
      one.get();
    }
  }

  private static void anything(SessionStore<Object> store, Random random) {
    Integer id = random.nextInt(30);
    switch (random.nextInt(4)) {
      case 0:
        store.remove(id);
        break;
      case 1:
        store.get(id);
        break;
      default:
        store.put(id, new Object(), Sessions.REUSABLE);
    }
  }
}
