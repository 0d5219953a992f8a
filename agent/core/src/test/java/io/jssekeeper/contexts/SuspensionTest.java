package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.clock.ManualClocks;
import io.jssekeeper.clock.SteadyClock;
import io.jssekeeper.model.Protection;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.StoredSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a machine has been asleep, every reader of the stores' stamps reads them correctly. */
class SuspensionTest {
  private static final long HOUR_MILLIS = 3_600_000;

  private final ManualClocks clocks = new ManualClocks();
  private final SteadyClock clock = new SteadyClock(clocks);
  private final MemoryBudget budget = new MemoryBudget(10 * Sessions.BYTES);
  private final ContextRegistry stores = new ContextRegistry(budget, 10, clock);
  private final Protections protections = new Protections(EnumSet.allOf(Protection.class));

  @BeforeEach
  void sleep() {
    clocks.pass(1_000);
    clocks.sleep(8 * HOUR_MILLIS);
    clock.poll();
  }

  @Test
  void list_sessionsOfBeforeAndAfter_areAsOldAsTheyAre() {
    SessionStore<Object> store = stores.open(Side.SERVER);
    store.setTimeout(86_400);
    Sessions.put(store, 0, 1);
    clocks.sleep(HOUR_MILLIS);
    clock.poll();
    Sessions.put(store, 1, 2);
    clocks.pass(60_000);

    List<? extends StoredSession<?>> listed = store.list();

    assertThat(listed)
        .extracting(StoredSession::ageNanos)
        .containsExactlyInAnyOrder(
            Duration.ofMinutes(61).toNanos(), Duration.ofMinutes(1).toNanos());
    assertThat(listed)
        .extracting(StoredSession::leftNanos)
        .containsExactlyInAnyOrder(
            Duration.ofMinutes(23 * 60 - 1).toNanos(), Duration.ofMinutes(24 * 60 - 1).toNanos());
  }

  @Test
  void put_beyondTheBudget_softensTheLeastRecentlyUsedOverAllStores() {
    List<SessionStore<Object>> ten = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ten.add(stores.open(Side.SERVER));
      Sessions.put(ten.get(i), 0, 1);
    }
    Collections.shuffle(ten);
    for (SessionStore<Object> one : ten) {
      clocks.pass(1_000);
      one.get(0);
    }
    clocks.pass(1_000);

    Sessions.put(stores.open(Side.SERVER), 0, 5);

    assertThat(ten)
        .extracting(SessionStore::softlyHeld)
        .startsWith(1, 1, 1, 1, 1)
        .endsWith(0, 0, 0, 0, 0);
  }

  @Test
  void canaryGone_sessionsUsedBeforeAndSince_onlyTheFormerAreCounted() {
    SessionStore<Object> store = stores.open(Side.SERVER);
    SoftReferenceCanaries canaries = new SoftReferenceCanaries(stores, protections);
    clocks.pass(1_000);
    Sessions.put(store, 0, 2);
    clocks.pass(1_000);
    canaries.run();
    clocks.pass(1_000);
    Sessions.put(store, 2, 5);

    canaries.alive().get(0).enqueue();
    canaries.run();

    assertThat(protections.counts()).containsEntry(Protection.GC, 2L);
  }
}
