package io.jssekeeper.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** {@code KeeperNotes}, which belongs to the JDK's package and is loaded outside it here. */
class NotesTest {
  /** Far more than there are places without a lock. */
  private static final int MANY = 5_000;

  private final Notes notes = new Notes();

  @Test
  void take_whatWasNoted_isFoundOnce() {
    Object object = new Object();
    notes.put(object, "noted");

    assertThat(notes.get(object)).isEqualTo("noted");
    assertThat(notes.take(object)).isEqualTo("noted");
    assertThat(notes.take(object)).isNull();
    assertThat(notes.get(object)).isNull();
  }

  @Test
  void take_ofAnEqualObject_isNull() {
    String object = new String("a");
    notes.put(object, "noted");

    assertThat(notes.take(new String("a"))).isNull();
    assertThat(notes.take(object)).isEqualTo("noted");
  }

  @Test
  void put_again_replaces() {
    List<Object> objects = many();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < MANY; i++) {
        notes.put(objects.get(i), round + " " + i);
      }
    }

    for (int i = 0; i < MANY; i++) {
      assertThat(notes.take(objects.get(i))).isEqualTo("1 " + i);
      assertThat(notes.take(objects.get(i))).isNull();
    }
  }

  /** A note that went into the crowd may be written again where there is no crowd by then. */
  @Test
  void put_againWhereThePlaceIsFree_leavesNoOldNote() {
    List<Object> objects = many();
    for (Object each : objects) {
      notes.put(each, "old");
    }
    for (int i = 0; i < MANY / 2; i++) {
      notes.take(objects.get(i));
    }
    for (int i = MANY / 2; i < MANY; i++) {
      notes.put(objects.get(i), "new");
    }

    for (int i = MANY / 2; i < MANY; i++) {
      assertThat(notes.take(objects.get(i))).isEqualTo("new");
      assertThat(notes.take(objects.get(i))).isNull();
    }
  }

  @Test
  void take_byThreadsAtOnce_isFoundByOne() throws InterruptedException {
    List<Object> objects = many();
    AtomicInteger found = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int t = 0; t < 4; t++) {
      int writes = t;
      threads.execute(
          () -> {
            for (int i = writes; i < MANY; i += 4) {
              notes.put(objects.get(i), "noted");
            }
            for (Object each : objects) {
              if (notes.take(each) != null) {
                found.incrementAndGet();
              }
            }
          });
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    for (Object each : objects) {
      if (notes.take(each) != null) {
        found.incrementAndGet();
      }
    }

    assertThat(found).hasValue(MANY);
  }

  @Test
  void objectsCollected_whatWasNotedOfThem_isForgotten() {
    List<WeakReference<Object>> contents = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      Object content = new Object();
      contents.add(new WeakReference<>(content));
      notes.put(new Object(), content);
    }

    await()
        .atMost(1, TimeUnit.MINUTES)
        .untilAsserted(
            () -> {
              System.gc();
              for (int i = 0; i < 200; i++) {
                Object object = new Object();
                notes.put(object, "noted");
                notes.take(object);
              }
              assertThat(contents).allMatch(content -> content.get() == null);
            });
    Reference.reachabilityFence(notes);
  }

  private static List<Object> many() {
    List<Object> objects = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      objects.add(new Object());
    }
    return objects;
  }

  /** Calls the class by reflection: its loader is another one. */
  private static final class Notes {
    private static final String NAME = "sun.security.ssl.KeeperNotes";

    private final Object notes;

    Notes() {
      try {
        notes = new Own().loadClass(NAME).getConstructor().newInstance();
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    void put(Object object, Object content) {
      call("put", object, content);
    }

    Object get(Object object) {
      return call("get", object);
    }

    Object take(Object object) {
      return call("take", object);
    }

    private Object call(String name, Object... values) {
      Class<?>[] types = new Class<?>[values.length];
      Arrays.fill(types, Object.class);
      try {
        Method method = notes.getClass().getMethod(name, types);
        return method.invoke(notes, values);
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }

    private static final class Own extends ClassLoader {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith(NAME)) {
          loaded = define(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }

      private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          byte[] code = in.readAllBytes();
          return defineClass(name, code, 0, code.length);
        } catch (IOException e) {
          throw new ClassNotFoundException(name, e);
        }
      }
    }
  }
}
