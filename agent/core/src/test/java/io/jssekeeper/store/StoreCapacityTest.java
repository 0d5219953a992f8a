package io.jssekeeper.store;

import static io.jssekeeper.model.RemovalCause.EVICTED;
import static io.jssekeeper.model.RemovalCause.EXPIRED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCapacityTest {
  private final OneStore one = new OneStore();
  private final SessionStore<Session> store = one.store;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void put_beyondCapacity_evictsExactlyTheLeastRecentlyUsed(long seed) {
    Random random = new Random(seed);
    Map<Object, Session> model = new LinkedHashMap<>(16, 0.75f, true); // by access
    store.setCapacity(50);

    for (int step = 0; step < 5_000; step++) {
      one.ticker.advance(1);
      int id = random.nextInt(200);
      if (random.nextInt(10) == 0) {
        model.remove(id);
        model.put(id, one.reusable(id));
        if (model.size() > 50) {
          model.remove(model.keySet().iterator().next());
        }
        assertThat(store.snapshot())
            .as("seed %s, step %s", seed, step)
            .isEqualTo(new HashMap<>(model));
      } else {
        assertThat(store.get(id)).as("seed %s, step %s", seed, step).isSameAs(model.get(id));
      }
    }
  }

  @Test
  void put_beyondCapacityOfSoftAndStrong_evictsTheLeastRecentlyUsedOfBoth() {
    one.quota.limit(2 * OneStore.BYTES);
    putInTurn(0, 4);
    assertThat(store.softlyHeld()).isEqualTo(2);

    store.setCapacity(4);
    putInTurn(4, 6);

    assertThat(store.snapshot()).containsOnlyKeys(2, 3, 4, 5);
    assertThat(store.softlyHeld()).isEqualTo(2);
  }

  @Test
  void setCapacity_shrunk_evictsOnlyWhatIsOver() {
    putInTurn(0, 1_000);
    one.ticker.advance(1);
    store.get(0);

    store.setCapacity(700);

    assertThat(store.size()).isEqualTo(700);
    assertThat(store.get(0)).isNotNull();
    assertThat(store.get(300)).isNull();
    assertThat(store.get(301)).isNotNull();
    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 300L));
  }

  @Test
  void setCapacity_grownShrunkToTheSameOrLifted_evictsNothing() {
    store.setCapacity(100);
    putInTurn(0, 100);

    store.setCapacity(200);
    store.setCapacity(100);
    store.setCapacity(0);
    store.setCapacity(-1);

    assertThat(store.capacity()).isZero();
    assertThat(store.size()).isEqualTo(100);
    putInTurn(100, 300);
    assertThat(store.size()).isEqualTo(300);
    assertThat(one.removals()).isEmpty();
  }

  @Test
  void put_fullOfExpired_evictsNothingThatIsValid() {
    store.setTimeout(10);
    store.setCapacity(3);
    Session valid = one.reusable("least recently used");
    one.ticker.advance(1);
    one.put("expired 1", SessionAttributes.Use.MANY, Duration.ofSeconds(10));
    one.put("expired 2", SessionAttributes.Use.MANY, Duration.ofSeconds(10));

    one.reusable("new");

    assertThat(store.get("least recently used")).isSameAs(valid);
    assertThat(one.removals()).doesNotContainKey(EVICTED);
  }

  @Test
  void setCapacity_halfExpired_evictsNothingThatIsValid() {
    store.setTimeout(10);
    one.reusable("valid");
    one.ticker.advance(1);
    one.put("expired", SessionAttributes.Use.MANY, Duration.ofSeconds(10));

    store.setCapacity(1);

    assertThat(store.get("valid")).isNotNull();
    assertThat(one.removals()).isEqualTo(Map.of(EXPIRED, 1L));
  }

  @Test
  void put_veryManyJustUsed_leavesTheRestToTheSweep() {
    store.setCapacity(10_000);
    putInTurn(0, 10_000);
    for (int id = 9_999; id >= 0; id--) {
      one.ticker.advance(1);
      store.get(id);
    }

    putInTurn(10_000, 10_001);
    assertThat(store.size()).as("no put does it all").isEqualTo(10_001);

    store.sweep();
    assertThat(store.size()).isEqualTo(10_000);
    assertThat(store.snapshot()).doesNotContainKey(9_999);
    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
  }

  @Test
  void put_neverResumable_takesNoRoomOfOthers() {
    store.setCapacity(2);
    putInTurn(0, 2);
    one.put("never", SessionAttributes.Use.NEVER);

    assertThat(store.snapshot()).containsOnlyKeys(0, 1);
    assertThat(store.size()).isEqualTo(2);
    assertThat(one.removals()).isEmpty();
    assertThat(store.counts().stored()).isEqualTo(2);
  }

  @Test
  void setCapacity_someNeverResumable_theyLeaveFirstInOrderOfArrival() {
    Session first = one.put("never 1", SessionAttributes.Use.NEVER);
    Session second = one.put("never 2", SessionAttributes.Use.NEVER);
    putInTurn(0, 3);

    store.setCapacity(4);
    assertThat(store.snapshot()).containsOnlyKeys(0, 1, 2, "never 2");
    store.setCapacity(2);
    assertThat(store.snapshot()).containsOnlyKeys(1, 2);

    assertThat(one.removals()).isEqualTo(Map.of(EVICTED, 1L));
    assertThat(List.of(first, second)).as("held until here").doesNotContainNull();
  }

  private void putInTurn(int from, int to) {
    IntStream.range(from, to)
        .forEach(
            id -> {
              one.ticker.advance(1);
              one.reusable(id);
            });
  }
}
