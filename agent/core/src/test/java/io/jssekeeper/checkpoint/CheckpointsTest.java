package io.jssekeeper.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CheckpointsTest {
  private static final String CORE = "org.crac.Core";

  private final List<Class<?>> loaded = new CopyOnWriteArrayList<>();
  private final List<ClassFileTransformer> transformers = new CopyOnWriteArrayList<>();
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Checkpoints checkpoints = new Checkpoints(instrumentation(), new Noted());

  @AfterEach
  void stop() {
    checkpoints.stop();
    assertThat(transformers).isEmpty();
    assertThat(failures).isEmpty();
  }

  @Test
  void api_loadedBeforeTheStart_isRegistered() throws Exception {
    Class<?> core = api();
    loaded.add(core);
    checkpoints.start();

    awaitRegistered(core);
  }

  /** The second is seen while the first is still looked for. */
  @Test
  void apis_ofTwoApplicationsLoadedAtOnce_areBothRegistered() throws Exception {
    Class<?> one = api();
    Class<?> other = api();
    checkpoints.start();
    see(one);
    see(other);
    loaded.add(one);
    awaitRegistered(one);
    loaded.add(other);

    awaitRegistered(other);
    assertThat(registered(one)).hasValue(1);
  }

  private void see(Class<?> core) throws Exception {
    for (ClassFileTransformer transformer : transformers) {
      String file = CORE.replace('.', '/');
      assertThat(transformer.transform(core.getClassLoader(), file, null, null, new byte[0]))
          .isNull();
    }
  }

  private static Class<?> api() throws Exception {
    URL classes = CheckpointsTest.class.getProtectionDomain().getCodeSource().getLocation();
    ClassLoader application =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader());
    return Class.forName(CORE, true, application);
  }

  private static void awaitRegistered(Class<?> core) {
    Awaitility.await().untilAsserted(() -> assertThat(registered(core)).hasValue(1));
  }

  private static AtomicInteger registered(Class<?> core) throws Exception {
    Object context = core.getField("CONTEXT").get(null);
    return (AtomicInteger) context.getClass().getField("registered").get(context);
  }

  private Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            CheckpointsTest.class.getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) -> {
              switch (method.getName()) {
                case "addTransformer":
                  transformers.add((ClassFileTransformer) arguments[0]);
                  return null;
                case "removeTransformer":
                  return transformers.remove(arguments[0]);
                case "getAllLoadedClasses":
                  return loaded.toArray(new Class<?>[0]);
                default:
                  throw new UnsupportedOperationException(method.getName());
              }
            });
  }

  private final class Noted implements Checkpointed {
    @Override
    public void beforeCheckpoint() {}

    @Override
    public void afterRestore() {}

    @Override
    public void failed(String what, Throwable why) {
      failures.add(what + ": " + why);
    }
  }
}
