package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryIndexTest {
  private static final int STEPS = 20_000;
  private static final int STAYING = 64;
  private static final int COMING = 1_000;
  private static final int GROWING = 2_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final EntryIndex<Session> index = new EntryIndex<>(lock);

  @Test
  void remove_entryWhoseIdAnotherHasNow_leavesTheOther() {
    Entry<Session> first = entry("a");
    Entry<Session> second = entry("a");
    index.putIfAbsent(first);
    assertThat(index.remove(first)).isTrue();
    assertThat(index.putIfAbsent(second)).isNull();

    assertThat(index.remove(first)).isFalse();

    assertThat(index.get("a")).isSameAs(second);
  }

  @ParameterizedTest
  @CsvSource({"1, 2147483647", "2, 2147483647", "3, 7", "4, 1", "5, 65536"})
  void index_randomSteps_agreesWithAMap(long seed, int hashes) {
    Random random = new Random(seed);
    Map<Id, Entry<Session>> model = new HashMap<>();
    List<Id> known = new ArrayList<>();
    int most = hashes < 100 ? 200 : 3_000;

    for (int step = 0; step < STEPS; step++) {
      Id id =
          known.isEmpty() || random.nextInt(3) == 0
              ? new Id(step, random.nextInt(hashes))
              : known.get(random.nextInt(known.size()));
      if (model.size() < most && random.nextInt(100) < 60) {
        Entry<Session> entry = entry(id);
        assertThat(index.putIfAbsent(entry)).isSameAs(model.putIfAbsent(id, entry));
        known.add(id);
      } else if (model.containsKey(id)) {
        assertThat(index.remove(model.remove(id))).isTrue();
      }
      assertThat(index.size()).isEqualTo(model.size());
      assertThat(index.get(id)).as("seed %s, step %s", seed, step).isSameAs(model.get(id));
    }
    model.forEach((id, entry) -> assertThat(index.get(id)).isSameAs(entry));
    assertThat(index.entries()).containsExactlyInAnyOrderElementsOf(model.values());
  }

  @Test
  void get_whileTheTableGrows_findsWhatStays() throws Exception {
    whileTablesGrow(
        growing -> {
          for (Entry<Session> entry : growing.staying) {
            assertThat(growing.table.get(entry.id)).isSameAs(entry);
          }
        });
  }

  @Test
  void entries_whileTheTableGrows_haveWhatStaysOnce() throws Exception {
    whileTablesGrow(
        growing -> {
          List<Entry<Session>> entries = growing.table.entries();
          assertThat(new HashSet<>(entries)).hasSize(entries.size()).containsAll(growing.staying);
        });
  }

  /** Two threads read a table while this one makes it grow; then they read the next one. */
  private void whileTablesGrow(Consumer<Growing> read) throws Exception {
    AtomicReference<Growing> current = new AtomicReference<>(new Growing(lock));
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> reads = new ArrayList<>();
      for (int reader = 0; reader < 2; reader++) {
        reads.add(
            readers.submit(
                () -> {
                  while (!done.get()) {
                    read.accept(current.get());
                  }
                }));
      }
      for (int round = 0; round < GROWING; round++) {
        current.get().grow();
        current.set(new Growing(lock));
      }
      done.set(true);
      for (Future<?> one : reads) {
        one.get(30, TimeUnit.SECONDS);
      }
    } finally {
      done.set(true);
      readers.shutdownNow();
    }
  }

  /**
   * A table in which some entries stay while others come and go. Those that stay share one bin
   * until there are very many, so that they are moved several times.
   */
  private static final class Growing {
    final EntryIndex<Session> table;
    final List<Entry<Session>> staying = new ArrayList<>();
    private final ReentrantLock lock;

    Growing(ReentrantLock lock) {
      this.lock = lock;
      this.table = new EntryIndex<>(lock);
      for (int i = 0; i < STAYING; i++) {
        Entry<Session> entry = entry(new Id(-i, i << 9));
        table.putIfAbsent(entry);
        staying.add(entry);
      }
    }

    void grow() {
      for (int i = 1; i <= COMING; i++) {
        Entry<Session> entry = entry(new Id(i, i * 0x61C88647));
        lock.lock();
        try {
          table.putIfAbsent(entry);
          if (i % 4 == 0) {
            table.remove(entry);
          }
        } finally {
          lock.unlock();
        }
      }
    }
  }

  private static Entry<Session> entry(Object id) {
    return new Entry<>(id, new SessionAttributes(0, 1, SessionAttributes.Use.MANY), 0);
  }

  /** An id with a given hash. */
  private static final class Id {
    private final int number;
    private final int hash;

    Id(int number, int hash) {
      this.number = number;
      this.hash = hash;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Id && ((Id) other).number == number;
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
