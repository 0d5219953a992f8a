package io.jssekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.library.BesideLoader;
import io.jssekeeper.metrics.meters.Meters;
import io.jssekeeper.record.Records;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometerTest {
  private final SimpleMeterRegistry applications = new SimpleMeterRegistry();
  private final GivenStats readings = new GivenStats();
  private final GivenHost host = new GivenHost();
  private final Registries registries = new Registries(host);
  private final Micrometer micrometer = new Micrometer(Metrics.class);

  @AfterEach
  void leave() {
    registries.close();
    micrometer.release();
    Metrics.removeRegistry(applications);
  }

  @Test
  void bind_beforeTheApplicationUsesIt_waits() {
    host.initialized = false;
    Metrics.addRegistry(applications);
    bind();
    assertThat(registries.isEmpty()).isTrue();
    assertThat(micrometer.isWaiting()).isTrue();

    host.initialized = true;
    bind();
    assertThat(registries.isEmpty()).isFalse();
    assertThat(micrometer.isWaiting()).isFalse();
    assertThat(applications.get("jsse.keeper.errors").functionCounter().count()).isEqualTo(5);
  }

  @Test
  void bind_withoutAReader_waits() {
    bind();
    assertThat(registries.isEmpty()).isTrue();

    Metrics.addRegistry(applications);
    bind();
    registries.accept(Records.resumed(Records.draft()));
    assertThat(applications.get("jsse.handshakes").timer().count()).isEqualTo(1);
    assertThat(host.swallowed).isEmpty();
  }

  /** A registry holds only weakly what its meters read. */
  @Test
  void bind_meters_stayAsLongAsMicrometerDoes() {
    Metrics.addRegistry(applications);
    bind();
    WeakReference<Object> garbage = new WeakReference<>(new Object());
    await()
        .until(
            () -> {
              System.gc();
              return garbage.get() == null;
            });
    registries.follow();
    registries.accept(Records.resumed(Records.draft()));

    assertThat(registries.isEmpty()).isFalse();
    assertThat(applications.get("jsse.handshakes").timer().count()).isEqualTo(1);
  }

  @Test
  void bind_aClassThatIsNoMicrometer_isReportedOnce() {
    Micrometer none = new Micrometer(String.class);
    none.bind(readings, host, registries);
    none.bind(readings, host, registries);

    assertThat(host.swallowed).hasSize(1);
    assertThat(host.said).singleElement().asString().contains("cannot be used");
    assertThat(none.isWaiting()).isFalse();
    assertThat(registries.isEmpty()).isTrue();
  }

  /** The agent's own classes of that name belong to another Micrometer. */
  @Test
  void globalRegistry_ofAnotherLoader_hasItsOwnClasses() throws Exception {
    Metrics.addRegistry(applications);
    GlobalRegistry registry =
        (GlobalRegistry)
            BesideLoader.create(
                Metrics.class.getClassLoader(), "io.jssekeeper.metrics.meters.ApplicationMeters");

    assertThat(registry.meters(readings))
        .get()
        .satisfies(
            meters -> {
              assertThat(meters.getClass()).isNotEqualTo(Meters.class);
              assertThat(meters.getClass().getName()).isEqualTo(Meters.class.getName());
            });
    assertThat(registry.meters(readings)).isEqualTo(registry.meters(readings));
  }

  private void bind() {
    micrometer.bind(readings, host, registries);
  }
}
