package io.jssekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometersTest {
  private static final int ENOUGH_LOOKS = 100;

  private final AtomicInteger seen = new AtomicInteger();
  private final Micrometers micrometers = new Micrometers(seen::incrementAndGet);
  private final GivenHost host = new GivenHost();
  private final Registries registries = new Registries(host);
  private final SimpleMeterRegistry applications = new SimpleMeterRegistry();
  private Class<?>[] loaded = {String.class};

  @AfterEach
  void leave() {
    registries.close();
    micrometers.release();
    Metrics.removeRegistry(applications);
  }

  @Test
  void lookOut_whereOneIsLoadedAlready_isSeenAtOnce() {
    loaded = new Class<?>[] {String.class, Metrics.class};
    micrometers.startWatching(instrumentation());

    assertThat(seen).hasValue(1);
    assertThat(micrometers.isWaiting()).isTrue();
  }

  @Test
  void transform_anotherClass_isNothing() {
    micrometers.startWatching(instrumentation());
    assertThat(transform("io/micrometer/core/instrument/MetricsX")).isNull();
    assertThat(transform(null)).isNull();

    assertThat(seen).hasValue(0);
    assertThat(micrometers.isWaiting()).isFalse();
  }

  @Test
  void transform_ofOne_bindsItOnceItIsThere() {
    Metrics.addRegistry(applications);
    micrometers.startWatching(instrumentation());
    assertThat(transform("io/micrometer/core/instrument/Metrics")).isNull();
    assertThat(seen).hasValue(1);
    bind();
    assertThat(registries.isEmpty()).isTrue();
    assertThat(micrometers.isWaiting()).isTrue();

    loaded = new Class<?>[] {Metrics.class};
    for (int look = 0; look < ENOUGH_LOOKS && micrometers.isWaiting(); look++) {
      bind();
    }
    assertThat(micrometers.isWaiting()).isFalse();
    assertThat(applications.find("jsse.keeper.errors").functionCounters()).hasSize(1);
    assertThat(host.swallowed).isEmpty();
  }

  private byte[] transform(String className) {
    return micrometers.watch().transform(null, className, null, null, new byte[0]);
  }

  private void bind() {
    micrometers.bind(new GivenStats(), host, registries);
  }

  private Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) ->
                method.getName().equals("getAllLoadedClasses") ? loaded : null);
  }
}
