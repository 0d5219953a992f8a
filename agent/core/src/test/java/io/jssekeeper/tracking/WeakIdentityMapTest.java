package io.jssekeeper.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeakIdentityMapTest {
  private final WeakIdentityMap<String> table = new WeakIdentityMap<>();

  @Test
  void put_equalObjects_areTwo() {
    List<String> one = new ArrayList<>();
    List<String> other = new ArrayList<>();
    table.put(one, "one");
    table.put(other, "other");

    assertThat(table.get(one)).isEqualTo("one");
    assertThat(table.get(other)).isEqualTo("other");
    assertThat(table.get(new ArrayList<>())).isNull();
  }

  @Test
  void object_whoseHashChanges_isFoundAgain() {
    List<String> one = new ArrayList<>();
    table.put(one, "note");
    one.add("its hash code is another now");

    assertThat(table.remove(one)).isEqualTo("note");
    assertThat(table.remove(one)).isNull();
    assertThat(table.size()).isZero();
  }

  @Test
  void put_again_replaces() {
    Object one = new Object();
    table.put(one, "earlier");
    table.put(one, "later");

    assertThat(table.get(one)).isEqualTo("later");
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void living_someCollected_areTheOthers() {
    Object held = new Object();
    table.put(held, "held");
    for (int i = 0; i < 1_000; i++) {
      table.put(new Object(), "dropped");
    }

    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(table.living()).isEqualTo(Map.of(held, "held"));
            });
    Reference.reachabilityFence(held);
  }

  /** Without any lookup, as under load between two sweeps. */
  @Test
  void put_manyDead_forgetsMoreThanItAdds() {
    for (int i = 0; i < 1_000; i++) {
      table.put(new Object(), "dropped");
    }
    Object held = new Object();

    await()
        .untilAsserted(
            () -> {
              System.gc();
              for (int i = 0; i < 1_000; i++) {
                table.put(held, "held");
              }
              assertThat(table.entries()).isEqualTo(1);
            });
    Reference.reachabilityFence(held);
  }
}
