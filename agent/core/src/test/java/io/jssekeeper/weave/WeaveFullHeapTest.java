package io.jssekeeper.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Classes loaded while the heap has no room for weaving them. */
class WeaveFullHeapTest {
  private static final String OWNER = "sun/security/ssl/TransportContext";

  private final List<String> off = new ArrayList<>();
  private final List<Class<?>> transformedAgain = new ArrayList<>();
  private final Starved weaver = new Starved();

  @Test
  void classThatCouldNotBeWoven_waits_andIsReported() throws Exception {
    List<String> missed = new ArrayList<>();
    weaver.onMissed(() -> missed.add("missed"));

    assertThat(transform()).isNull();

    assertThat(missed).hasSize(1);
    assertThat(states()).contains(WeaveState.State.WAITING).hasSize(1);
    assertThat(off).isEmpty();
  }

  @Test
  void classThatCannotBeWovenLater_hasFailed_andIsReported() throws Exception {
    weaver.onMissed(() -> false);

    assertThat(transform()).isNull();

    assertThat(states()).containsOnly(WeaveState.State.FAILED);
    assertThat(off).isNotEmpty().allMatch(sentence -> sentence.contains("OutOfMemoryError"));
  }

  @Test
  void classThatWasMissed_isWovenWhenThereIsRoom_andOnlyOnce() throws Exception {
    weaver.onMissed(() -> true);
    transform();
    weaver.full = false;

    weaver.weaveMissed(instrumentation());
    assertThat(transformedAgain).extracting(Class::getName).contains(OWNER.replace('/', '.'));
    assertThat(transform()).isNotNull();
    assertThat(states()).containsOnly(WeaveState.State.ACTIVE);

    transformedAgain.clear();
    weaver.weaveMissed(instrumentation());
    assertThat(transformedAgain).doesNotContain(Class.forName(OWNER.replace('/', '.')));
  }

  private byte[] transform() throws Exception {
    return weaver.transform(null, OWNER, null, null, ClassFiles.ofJdk(OWNER));
  }

  private List<WeaveState.State> states() {
    return weaver.report().states().stream()
        .filter(state -> state.point().startsWith("TransportContext."))
        .map(WeaveState::state)
        .distinct()
        .toList();
  }

  /** A JVM that has loaded that class and this one, and records what is to be transformed. */
  private Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getAllLoadedClasses")) {
                return new Class<?>[] {Class.forName(OWNER.replace('/', '.')), getClass()};
              }
              transformedAgain.addAll(List.of((Class<?>[]) arguments[0]));
              return null;
            });
  }

  private final class Starved extends Weaver {
    private boolean full = true;

    Starved() {
      super(state -> off.add(state.sentence()));
    }

    @Override
    byte[] woven(byte[] classfile, List<WeavePoint> rows) {
      if (full) {
        throw new OutOfMemoryError("Java heap space");
      }
      return super.woven(classfile, rows);
    }
  }
}
