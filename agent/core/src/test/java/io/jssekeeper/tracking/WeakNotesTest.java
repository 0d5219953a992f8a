package io.jssekeeper.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeakNotesTest {
  /** Far more than there are places. */
  private static final int MANY = 5_000;

  private final List<String> dead = Collections.synchronizedList(new ArrayList<>());
  private final WeakNotes<Text> notes = new WeakNotes<>(note -> dead.add(note.text));

  @Test
  void remove_whatWasAdded_isFoundOnce() {
    Object object = new Object();
    notes.add(new Text(object, "noted"));

    assertThat(notes.get(object).text).isEqualTo("noted");
    assertThat(notes.remove(object).text).isEqualTo("noted");
    assertThat(notes.remove(object)).isNull();
    assertThat(notes.get(object)).isNull();
  }

  @Test
  void get_ofAnEqualObject_isNull() {
    String object = new String("a");
    notes.add(new Text(object, "noted"));

    assertThat(notes.get(new String("a"))).isNull();
    assertThat(notes.get(object).text).isEqualTo("noted");
  }

  /** The first few have places, and the others are in the map. */
  @Test
  void remove_ofMany_findsEachOnce() {
    List<Object> objects = many();
    for (int i = 0; i < MANY; i++) {
      notes.add(new Text(objects.get(i), "noted " + i));
    }

    assertThat(notes.size()).isEqualTo(MANY);
    for (int i = 0; i < MANY; i++) {
      assertThat(notes.get(objects.get(i)).text).isEqualTo("noted " + i);
      assertThat(notes.remove(objects.get(i)).text).isEqualTo("noted " + i);
      assertThat(notes.remove(objects.get(i))).isNull();
    }
    assertThat(notes.size()).isZero();
  }

  @Test
  void remove_byAnotherThread_findsWhatTheFirstHasAdded() throws Exception {
    Object object = new Object();
    ExecutorService other = Executors.newSingleThreadExecutor();
    for (int i = 0; i < 100; i++) { // other threads have other places
      other.submit(() -> notes.add(new Text(object, "noted"))).get();
      assertThat(notes.get(object).text).isEqualTo("noted");
      assertThat(notes.remove(object).text).isEqualTo("noted");
      assertThat(notes.get(object)).isNull();
      other.shutdown();
      other = Executors.newSingleThreadExecutor();
    }
    other.shutdown();
  }

  @Test
  void remove_byThreadsAtOnce_isFoundByOne() throws InterruptedException {
    List<Object> objects = many();
    AtomicInteger found = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int t = 0; t < 4; t++) {
      int begin = t;
      threads.execute(
          () -> {
            for (int i = begin; i < MANY; i += 4) {
              notes.add(new Text(objects.get(i), "noted"));
            }
            for (Object each : objects) {
              found.addAndGet(notes.remove(each) == null ? 0 : 1);
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    for (Object each : objects) {
      found.addAndGet(notes.remove(each) == null ? 0 : 1);
    }

    assertThat(found).hasValue(MANY);
  }

  @Test
  void objectsCollected_notesOfThem_areReportedOnceAndForgotten() {
    Object held = new Object();
    notes.add(new Text(held, "held"));
    for (int i = 0; i < MANY; i++) {
      notes.add(new Text(new Object(), "dropped " + i));
    }

    await()
        .atMost(1, TimeUnit.MINUTES)
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(notes.size()).isEqualTo(1);
            });
    assertThat(dead).hasSize(MANY);
    assertThat(notes.get(held).text).isEqualTo("held");
    Reference.reachabilityFence(held);
  }

  /** Without any other call, as under load between two sweeps. */
  @Test
  void add_manyDead_forgetsMoreThanItAdds() {
    for (int i = 0; i < MANY; i++) {
      notes.add(new Text(new Object(), "dropped " + i));
    }
    Object held = new Object();

    await()
        .atMost(1, TimeUnit.MINUTES)
        .untilAsserted(
            () -> {
              System.gc();
              for (int i = 0; i < MANY; i++) {
                notes.add(new Text(held, "held"));
                notes.remove(held);
              }
              assertThat(dead).hasSize(MANY);
            });
    Reference.reachabilityFence(held);
  }

  private static List<Object> many() {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      objects.add(new Object());
    }
    return objects;
  }

  private final class Text extends WeakNotes.Note {
    final String text;

    Text(Object object, String text) {
      super(object, notes);
      this.text = text;
    }
  }
}
