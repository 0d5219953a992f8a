package io.jssekeeper.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.Options;
import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.Protections;
import io.jssekeeper.core.Core;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class CoreStatsTest {
  private static final int MORE = CoreStats.MAX_CONTEXTS + 5;

  private final Core core = new Core(defaults());
  private final ContextRegistry stores = core.contexts();
  private final Protections protections = core.protections();
  private final CoreStats readings = new CoreStats(core);
  private final List<SessionStore<Object>> open = new ArrayList<>();

  @Test
  void counts_atTheStart_haveAllTheirWords() {
    assertThat(readings.gets()).containsOnlyKeys("hit", "miss");
    assertThat(readings.removals())
        .containsOnlyKeys("expired", "evicted", "collected", "invalidated", "pulled", "replaced");
    assertThat(readings.prevented())
        .containsOnlyKeys("gc", "clock", "settings", "close", "tickets");
    assertThat(readings.errors()).isZero();
    assertThat(readings.ticketKeysAgeSeconds()).isNaN();
    assertThat(readings.certificateDays())
        .containsOnlyKeys("client own", "client peer", "server own", "server peer")
        .allSatisfy((whose, days) -> assertThat(days).isNaN());
    assertThat(readings.caches()).isEmpty();
  }

  @Test
  void caches_fewContexts_areOneEach() {
    openWithSessions(true, 1);
    openWithSessions(false, 2);

    assertThat(readings.caches())
        .extracting(cache -> cache.side() + " " + cache.context() + " " + cache.size())
        .containsExactlyInAnyOrder("server 1 1.0", "client 2 2.0");
    assertThat(readings.caches().get(0).bytes()).isPositive();
  }

  @Test
  void caches_manyContexts_areOneFromANumberOn() {
    for (int i = 0; i < MORE; i++) {
      openWithSessions(true, 1);
    }

    List<CacheStats> caches = readings.caches();
    assertThat(caches).hasSize(CoreStats.MAX_CONTEXTS + 1);
    assertThat(caches)
        .filteredOn(cache -> cache.context().equals("other"))
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.side()).isEqualTo("server");
              assertThat(other.size()).isEqualTo(5);
              assertThat(other.bytes()).isEqualTo(500);
              assertThat(other.capacity()).isEqualTo(5.0 * open.get(0).capacity());
            });
  }

  private void openWithSessions(boolean server, int sessions) {
    SessionStore<Object> store = stores.open(server ? Side.SERVER : Side.CLIENT);
    for (int id = 0; id < sessions; id++) {
      store.put(id, new Object(), new SessionAttributes(0, 100, SessionAttributes.Use.MANY));
    }
    open.add(store);
  }

  private static Options defaults() {
    try {
      return Options.load(null, Map.of(), new Properties());
    } catch (InvalidOptionException e) {
      throw new AssertionError(e);
    }
  }
}
