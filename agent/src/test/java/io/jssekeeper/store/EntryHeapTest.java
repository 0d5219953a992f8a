package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EntryHeapTest {
  private static final int STEPS = 10_000;

  private long now;
  private int ids;

  @ParameterizedTest
  @CsvSource({
    "1, 0, 3",
    "2, 0, 60",
    "3, 9223372036854770000, 50",
    "4, 9223372036854775807, 40",
    "5, -9223372036854775808, 60",
    "6, -5000, 50"
  })
  void randomSteps_orderedByBirth_firstIsAlwaysTheOldest(
      long seed, long start, int percentThatLeave) {
    Random random = new Random(seed);
    EntryHeap<Session> heap = new EntryHeap<>(Order.BIRTH);
    List<Entry<Session>> model = new ArrayList<>();
    now = start;

    for (int step = 0; step < STEPS; step++) {
      now += random.nextInt(3);
      change(heap, model, random, percentThatLeave);
      assertThat(heap.size()).isEqualTo(model.size());
      Entry<Session> first = heap.first();
      assertThat(first == null).isEqualTo(model.isEmpty());
      if (first != null) {
        long oldest = model.stream().mapToLong(e -> now - e.birthNanos).max().orElseThrow();
        assertThat(now - first.birthNanos).as("seed %s, step %s", seed, step).isEqualTo(oldest);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0", "2, 9223372036854770000", "3, 9223372036854775807", "4, -5000"})
  void randomSteps_orderedByUse_firstIsAlwaysTheLeastRecentlyUsed(long seed, long start) {
    Random random = new Random(seed);
    EntryHeap<Session> heap = new EntryHeap<>(Order.USE);
    List<Entry<Session>> model = new ArrayList<>();
    now = start;

    for (int step = 0; step < STEPS; step++) {
      now++;
      change(heap, model, random, 45);
      touchSome(model, random);
      if (random.nextInt(4) == 0) {
        assertThat(heap.first()).as("seed %s, step %s", seed, step).isSameAs(longestUnused(model));
      }
    }
    while (!model.isEmpty()) {
      Entry<Session> first = heap.first();
      assertThat(first).as("seed %s, draining", seed).isSameAs(longestUnused(model));
      assertThat(heap.remove(first)).isTrue();
      model.remove(first);
    }
    assertThat(heap.first()).isNull();
  }

  @Test
  void first_allTouchedInReverse_isTheOneTouchedFirst() {
    EntryHeap<Session> heap = new EntryHeap<>(Order.USE);
    List<Entry<Session>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(added(heap));
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).touch(++now);
    }

    for (int i = all.size() - 1; i >= 0; i--) {
      assertThat(heap.first()).isSameAs(all.get(i));
      heap.remove(all.get(i));
    }
  }

  @ParameterizedTest
  @EnumSource
  void remove_notInTheHeap_changesNothing(Order order) {
    EntryHeap<Session> heap = new EntryHeap<>(order);
    EntryHeap<Session> other = new EntryHeap<>(order);
    Entry<Session> in = added(heap);
    Entry<Session> elsewhere = added(other);

    assertThat(heap.contains(elsewhere)).isFalse();
    assertThat(heap.remove(elsewhere)).isFalse();
    assertThat(heap.remove(entry())).isFalse();
    assertThat(heap.remove(in)).isTrue();
    assertThat(heap.remove(in)).isFalse();
    assertThat(heap.size()).isZero();
    assertThat(other.contains(elsewhere)).isTrue();
  }

  private void change(
      EntryHeap<Session> heap, List<Entry<Session>> model, Random random, int percentThatLeave) {
    boolean leaves = !model.isEmpty() && random.nextInt(100) < percentThatLeave;
    if (leaves) {
      Entry<Session> gone = model.remove(random.nextInt(model.size()));
      assertThat(heap.contains(gone)).isTrue();
      assertThat(heap.remove(gone)).isTrue();
      assertThat(heap.contains(gone)).isFalse();
    } else if (model.size() < 300) {
      Entry<Session> entry = added(heap, random.nextInt(5_000));
      assertThat(heap.contains(entry)).isTrue();
      model.add(entry);
    }
  }

  private void touchSome(List<Entry<Session>> model, Random random) {
    for (int i = 0; i < 3 && !model.isEmpty(); i++) {
      model.get(random.nextInt(model.size())).touch(++now);
    }
  }

  private Entry<Session> longestUnused(List<Entry<Session>> model) {
    return model.stream().max(Comparator.comparingLong(e -> now - e.used())).orElse(null);
  }

  private Entry<Session> added(EntryHeap<Session> heap) {
    return added(heap, 0);
  }

  private Entry<Session> added(EntryHeap<Session> heap, long age) {
    Entry<Session> entry = entry(age);
    heap.add(entry);
    return entry;
  }

  private Entry<Session> entry() {
    return entry(0);
  }

  private Entry<Session> entry(long age) {
    return new Entry<>(ids++, new Traits(age, 1, Traits.Use.MANY), now);
  }
}
