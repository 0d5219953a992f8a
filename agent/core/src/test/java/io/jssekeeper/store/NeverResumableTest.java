package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NeverResumableTest {
  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;

  @Test
  void put_notHeldElsewhere_isCollectedAndNotCounted() {
    for (int id = 0; id < 100; id++) {
      one.put(id, SessionAttributes.Use.NEVER);
    }
    Session held = one.put("held", SessionAttributes.Use.NEVER);

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              System.gc();
              store.sweep();
              return store.size() == 1;
            });

    assertThat(store.get("held")).isSameAs(held);
    assertThat(store.counts().stored()).isZero();
    assertThat(one.removals()).isEmpty();
    StoreInvariants.check(one);
  }

  @Test
  void put_heldByTheApplication_isFoundByIdUntilItsTimeIsOver() {
    store.setTimeout(10);
    Session held = one.put("held", SessionAttributes.Use.NEVER);
    store.peers().link("held", "peer");

    assertThat(store.get("held")).isSameAs(held);
    assertThat(OneStore.take(store, "peer")).isNull();
    assertThat(store.pull("held")).as("never resumed").isNull();
    assertThat(one.quota.bytes()).isZero();
    assertThat(store.softlyHeld()).isZero();

    one.advance(Duration.ofSeconds(10));
    store.sweep();
    assertThat(store.size()).isZero();
    assertThat(one.removals()).isEmpty();
  }

  @Test
  void remove_invalidated_leavesAndIsNotCounted() {
    Session held = one.put("held", SessionAttributes.Use.NEVER);
    store.remove("held");

    assertThat(store.get("held")).isNull();
    assertThat(store.snapshot()).doesNotContainValue(held);
    assertThat(one.removals()).isEmpty();
  }
}
