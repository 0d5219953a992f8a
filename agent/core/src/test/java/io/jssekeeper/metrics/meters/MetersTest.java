package io.jssekeeper.metrics.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.metrics.CacheStats;
import io.jssekeeper.metrics.GivenCacheStats;
import io.jssekeeper.metrics.GivenStats;
import io.jssekeeper.model.Side;
import io.jssekeeper.record.HandshakeDraft;
import io.jssekeeper.record.Records;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetersTest {
  private final GivenStats readings = new GivenStats();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final Interrupted interrupted = new Interrupted();
  private final Meters meters = new Meters(registry, readings);

  @Test
  void register_counters_followTheReadings() {
    meters.register();

    assertThat(counter("jsse.session.cache.gets", "result", "hit")).isEqualTo(1);
    assertThat(counter("jsse.session.cache.gets", "result", "miss")).isEqualTo(2);
    assertThat(counter("jsse.session.cache.removals", "cause", "expired")).isEqualTo(3);
    assertThat(counter("jsse.session.protected", "by", "gc")).isEqualTo(4);
    assertThat(counter("jsse.keeper.errors")).isEqualTo(5);
    readings.gets.put("hit", 6L);
    assertThat(counter("jsse.session.cache.gets", "result", "hit")).isEqualTo(6);
  }

  @Test
  void follow_caches_haveGaugesWhileTheyAreThere() {
    CacheStats one = new GivenCacheStats("client", "1", 10, 20, 30);
    readings.caches.add(one);
    readings.caches.add(new GivenCacheStats("server", "1", 11, 0, 31));
    meters.follow();
    meters.follow();

    assertThat(gauge("size", "client")).isEqualTo(10);
    assertThat(gauge("capacity", "client")).isEqualTo(20);
    assertThat(gauge("bytes", "client")).isEqualTo(30);
    assertThat(gauge("size", "server")).isEqualTo(11);
    assertThat(registry.getMeters()).hasSize(6);

    readings.caches.remove(one);
    meters.follow();
    assertThat(registry.getMeters()).hasSize(3);
    assertThat(gauge("size", "server")).isEqualTo(11);
  }

  /** The other comes between this one's listing of the caches and its registering. */
  @Test
  void follow_twoAtOnce_leaveGaugesThatRead() {
    Meters both = new Meters(registry, interrupted);
    interrupted.by = both::follow;
    both.follow();
    System.gc(); // a registry holds readings weakly

    assertThat(gauge("size", "server")).isEqualTo(7);
    both.close();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void accept_records_areCountedByTheirTags() {
    meters.accept(Records.full(Records.draft()));
    meters.accept(Records.full(Records.draft()));
    meters.accept(Records.resumed(Records.draft()));
    meters.accept(Records.failed(new HandshakeDraft(Side.CLIENT)));

    Timer full = timer("server", "full", "TLSv1.3", "first-contact");
    assertThat(full.count()).isEqualTo(2);
    assertThat(full.totalTime(TimeUnit.SECONDS)).isZero();
    assertThat(timer("server", "resumed", "TLSv1.3", "none").count()).isEqualTo(1);
    assertThat(timer("client", "failed", "none", "none").count()).isEqualTo(1);
  }

  @Test
  void accept_afterTheRegistryWasCleared_countsFromZero() {
    meters.accept(Records.resumed(Records.draft()));
    registry.clear();
    meters.accept(Records.resumed(Records.draft()));

    assertThat(timer("server", "resumed", "TLSv1.3", "none").count()).isEqualTo(1);
  }

  @Test
  void close_withOtherMeters_removesOnlyOurs() {
    registry.counter("other");
    readings.caches.add(new GivenCacheStats("client", "1", 10, 20, 30));
    meters.register();
    meters.follow();
    meters.accept(Records.resumed(Records.draft()));

    meters.close();

    assertThat(registry.getMeters())
        .singleElement()
        .satisfies(left -> assertThat(left.getId().getName()).isEqualTo("other"));
  }

  /** Makes a reading each time, and lets another thread in before it returns it. */
  private static final class Interrupted extends GivenStats {
    private Runnable by;

    @Override
    public List<CacheStats> caches() {
      List<CacheStats> now = List.of(new GivenCacheStats("server", "1", 7, 8, 9));
      Runnable once = by;
      by = null;
      if (once != null) {
        once.run();
      }
      return now;
    }
  }

  private double counter(String name, String... tags) {
    return registry.get(name).tags(tags).functionCounter().count();
  }

  private double gauge(String what, String side) {
    return registry.get("jsse.session.cache." + what).tags("side", side).gauge().value();
  }

  private Timer timer(String side, String result, String protocol, String reason) {
    return registry
        .get("jsse.handshakes")
        .tags("side", side, "result", result, "protocol", protocol, "reason", reason)
        .timer();
  }
}
