package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeapQuotaTest {
  private static final long NONE = -1;

  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;

  @AfterEach
  void everythingIsConsistent() {
    StoreInvariants.check(one);
  }

  @Test
  void put_beyondTheRoom_softensTheLeastRecentlyUsed() {
    one.quota.limit(3 * OneStore.BYTES);
    putInTurn(3);
    one.ticker.advance(1);
    store.get(0);

    one.ticker.advance(1);
    one.reusable(3);

    assertThat(store.softlyHeld()).isEqualTo(1);
    assertThat(isStrong(1)).isFalse();
    assertThat(one.quota.bytes()).isEqualTo(3 * OneStore.BYTES);
    assertThat(one.removals()).isEmpty();
  }

  @Test
  void get_soft_isStrongAgainInPlaceOfTheLeastRecentlyUsed() {
    one.quota.limit(2 * OneStore.BYTES);
    putInTurn(3);
    assertThat(isStrong(0)).isFalse();

    one.ticker.advance(1);
    assertThat(store.get(0)).isNotNull();

    assertThat(isStrong(0)).isTrue();
    assertThat(isStrong(1)).isFalse();
    assertThat(isStrong(2)).isTrue();
  }

  @Test
  void take_softReusable_isStrongAgain() {
    one.quota.limit(OneStore.BYTES);
    one.reusable("a", "peer");
    one.ticker.advance(1);
    one.reusable("b");
    assertThat(isStrong("a")).isFalse();

    one.ticker.advance(1);
    assertThat(OneStore.take(store, "peer")).isNotNull();

    assertThat(isStrong("a")).isTrue();
    assertThat(isStrong("b")).isFalse();
  }

  @Test
  void put_largerThanTheRoom_isSoftAndStaysSoft() {
    one.quota.limit(OneStore.BYTES - 1);
    one.reusable("a");

    assertThat(store.get("a")).isNotNull();
    assertThat(store.softlyHeld()).isEqualTo(1);
    assertThat(one.quota.bytes()).isZero();
  }

  @Test
  void remove_soft_givesBackNoBytes() {
    one.quota.limit(OneStore.BYTES);
    putInTurn(2);
    store.remove(0);

    assertThat(store.softlyHeld()).isZero();
    assertThat(one.quota.bytes()).isEqualTo(OneStore.BYTES);
  }

  @Test
  void soften_untilNoneIsLeft_leastRecentlyUsedFirst() {
    putInTurn(3);
    one.ticker.advance(1);
    store.get(0);

    assertThat(store.strong().oldestUse(NONE)).isEqualTo(2);
    assertThat(store.strong().softenOldest()).isTrue();
    assertThat(isStrong(1)).isFalse();
    assertThat(store.strong().oldestUse(NONE)).isEqualTo(3);
    assertThat(store.strong().softenOldest()).isTrue();
    assertThat(isStrong(2)).isFalse();
    assertThat(store.strong().oldestUse(NONE)).isEqualTo(4);
    assertThat(store.strong().softenOldest()).isTrue();
    assertThat(store.strong().oldestUse(NONE)).isEqualTo(NONE);
    assertThat(store.strong().softenOldest()).isFalse();
    assertThat(one.quota.bytes()).isZero();
  }

  private void putInTurn(int count) {
    IntStream.range(0, count)
        .forEach(
            id -> {
              one.ticker.advance(1);
              one.reusable(id);
            });
  }

  private boolean isStrong(Object id) {
    return store.entries.byId.get(id).isStrong();
  }
}
