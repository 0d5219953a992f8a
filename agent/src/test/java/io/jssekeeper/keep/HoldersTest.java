package io.jssekeeper.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.Traits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldersTest {
  private final Stores stores = new Stores(new MemoryBudget(1 << 20), 10);
  private final SessionStore<Object> store = stores.open(true);
  private final Holders holders = new Holders();
  private final Set<Object> open = new HashSet<>();
  private final List<Object> held = new ArrayList<>();

  @Test
  void session_ofAnOpenConnection_isTheConnections() {
    connect(new Object());

    assertThat(count()).isEqualTo(Map.of("cache", 0, "connections", 1, "application", 0));
  }

  @Test
  void session_inACacheToo_isTheCaches() {
    Object session = new Object();
    store.put("id", session, new Traits(0, 100, Traits.Use.MANY));
    connect(session);

    assertThat(count()).isEqualTo(Map.of("cache", 1, "connections", 0, "application", 0));
  }

  @Test
  void session_ofClosedConnections_isTheApplicationsAsLongAsItIsAlive() {
    Object session = new Object();
    held.add(session);
    connect(session);
    session = null;
    open.clear();

    assertThat(count()).isEqualTo(Map.of("cache", 0, "connections", 0, "application", 1));

    held.clear();
    await()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(count()).containsEntry("application", 0);
            });
  }

  @Test
  void session_thatCanNeverBeResumed_isNotTheCaches() {
    Object session = new Object();
    store.put("id", session, new Traits(0, 100, Traits.Use.NEVER));
    connect(session);

    assertThat(count()).containsEntry("cache", 0).containsEntry("connections", 1);
  }

  private void connect(Object session) {
    Object connection = new Object();
    open.add(connection);
    holders.established(connection, session);
  }

  private Map<String, Integer> count() {
    return holders.count(stores, open::contains);
  }
}
