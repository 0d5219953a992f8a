package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A queue and a list of the same entries, which must agree on the first after each step. */
class EntryQueueTest {
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
    EntryQueue<Session> queue = new EntryQueue<>(SortKey.BIRTH);
    List<Entry<Session>> model = new ArrayList<>();
    now = start;

    for (int step = 0; step < STEPS; step++) {
      now += random.nextInt(3);
      change(queue, model, random, percentThatLeave);
      assertThat(queue.size()).isEqualTo(model.size());
      Entry<Session> first = first(queue);
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
    EntryQueue<Session> queue = new EntryQueue<>(SortKey.USE);
    List<Entry<Session>> model = new ArrayList<>();
    now = start;

    for (int step = 0; step < STEPS; step++) {
      now++;
      change(queue, model, random, 45);
      touchSome(model, random);
      if (random.nextInt(4) == 0) {
        assertThat(first(queue)).as("seed %s, step %s", seed, step).isSameAs(longestUnused(model));
      }
    }
    while (!model.isEmpty()) {
      Entry<Session> first = first(queue);
      assertThat(first).as("seed %s, draining", seed).isSameAs(longestUnused(model));
      queue.remove(first);
      model.remove(first);
    }
    assertThat(first(queue)).isNull();
  }

  @Test
  void first_allTouchedInReverse_isTheOneTouchedFirst() {
    EntryQueue<Session> queue = new EntryQueue<>(SortKey.USE);
    List<Entry<Session>> all = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      all.add(added(queue));
    }
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).touch(++now);
    }

    for (int i = all.size() - 1; i >= 0; i--) {
      assertThat(first(queue)).isSameAs(all.get(i));
      queue.remove(all.get(i));
    }
  }

  @Test
  void add_nearlyInOrder_needsNoHeap() {
    EntryQueue<Session> queue = new EntryQueue<>(SortKey.BIRTH);
    Random random = new Random(7);
    for (int i = 0; i < 10_000; i++) {
      now += 100;
      added(queue, random.nextInt(1_000));
    }

    assertThat(queue.heap.size()).isZero();
  }

  @Test
  void add_muchOlderThanMany_goesToTheHeapAndComesFirst() {
    EntryQueue<Session> queue = new EntryQueue<>(SortKey.BIRTH);
    for (int i = 0; i < 100; i++) {
      now += 100;
      added(queue, 0);
    }
    Entry<Session> old = added(queue, 1_000_000);

    assertThat(queue.heap.size()).isOne();
    assertThat(first(queue)).isSameAs(old);
  }

  @Test
  void removeFromHeap_notInIt_changesNothing() {
    EntryHeap<Session> heap = new EntryHeap<>(SortKey.BIRTH);
    EntryHeap<Session> other = new EntryHeap<>(SortKey.BIRTH);
    Entry<Session> in = entry();
    Entry<Session> elsewhere = entry();
    heap.add(in);
    other.add(elsewhere);

    assertThat(heap.contains(elsewhere)).isFalse();
    assertThat(heap.remove(elsewhere)).isFalse();
    assertThat(heap.remove(entry())).isFalse();
    assertThat(heap.remove(in)).isTrue();
    assertThat(heap.remove(in)).isFalse();
    assertThat(heap.size()).isZero();
    assertThat(other.contains(elsewhere)).isTrue();
  }

  /** However many were used since the last question. */
  private static Entry<Session> first(EntryQueue<Session> queue) {
    while (!queue.freshen(1)) {
      // One at a time.
    }
    return queue.peek();
  }

  static boolean contains(EntryQueue<Session> queue, Entry<Session> entry) {
    return queue.heap.contains(entry) || inOrder(queue).contains(entry);
  }

  private static List<Entry<Session>> inOrder(EntryQueue<Session> queue) {
    return inOrder(queue.list);
  }

  /** The contents of the list, which must be doubly linked and sorted. */
  static List<Entry<Session>> inOrder(EntryList<Session> list) {
    List<Entry<Session>> entries = new ArrayList<>();
    SortKey order = list.order;
    Entry<Session> previous = null;
    for (Entry<Session> e = list.first(); e != null; e = order.next(e)) {
      assertThat(order.previous(e)).isSameAs(previous);
      assertThat(previous != null && order.isBefore(e, previous)).isFalse();
      entries.add(e);
      previous = e;
    }
    assertThat(entries).hasSize(list.size());
    return entries;
  }

  private void change(
      EntryQueue<Session> queue, List<Entry<Session>> model, Random random, int percentThatLeave) {
    boolean leaves = !model.isEmpty() && random.nextInt(100) < percentThatLeave;
    if (leaves) {
      Entry<Session> gone = model.remove(random.nextInt(model.size()));
      assertThat(contains(queue, gone)).isTrue();
      queue.remove(gone);
      assertThat(contains(queue, gone)).isFalse();
    } else if (model.size() < 300) {
      Entry<Session> entry = added(queue, random.nextInt(5_000));
      assertThat(contains(queue, entry)).isTrue();
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

  private Entry<Session> added(EntryQueue<Session> queue) {
    return added(queue, 0);
  }

  private Entry<Session> added(EntryQueue<Session> queue, long age) {
    Entry<Session> entry = entry(age);
    queue.add(entry);
    return entry;
  }

  private Entry<Session> entry() {
    return entry(0);
  }

  private Entry<Session> entry(long age) {
    return new Entry<>(ids++, new SessionAttributes(age, 1, SessionAttributes.Use.MANY), now);
  }
}
