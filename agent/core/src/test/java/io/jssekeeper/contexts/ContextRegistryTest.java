package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContextRegistryTest {
  private final ContextRegistry stores = new ContextRegistry(new MemoryBudget(1_000_000), 2);

  @Test
  void open_severalStores_areNumberedFromOneAndShown() {
    SessionStore<Object> first = stores.open(Side.SERVER);
    SessionStore<Object> second = stores.open(Side.CLIENT);

    Map<Integer, SessionStore<?>> shown = new HashMap<>();
    Map<Integer, Side> sides = new HashMap<>();
    for (OpenContext context : stores.alive()) {
      shown.put(context.number(), context.store());
      sides.put(context.number(), context.side());
    }

    assertThat(stores.size()).isEqualTo(2);
    assertThat(shown).isEqualTo(Map.of(1, first, 2, second));
    assertThat(sides).isEqualTo(Map.of(1, Side.SERVER, 2, Side.CLIENT));
  }

  @Test
  void open_withSessions_reportsStrongBytes() {
    Recorded watcher = new Recorded();
    stores.watch(watcher);
    SessionStore<Object> store = stores.open(Side.SERVER);
    stores.open(Side.SERVER);
    Sessions.put(store, 0, 3);

    assertThat(watcher.opened).extracting(OpenContext::number).containsExactly(1, 2);
    assertThat(watcher.opened)
        .extracting(OpenContext::strongBytes)
        .containsExactly(3L * Sessions.BYTES, 0L);
    assertThat(store.size()).isEqualTo(3);
  }

  @Test
  void forgetGone_contextCollected_isAnnouncedOnceAndItsNumberRetired() {
    Recorded watcher = new Recorded();
    stores.watch(watcher);
    SessionStore<Object> stays = stores.open(Side.SERVER);
    Sessions.put(stores.open(Side.SERVER), 0, 3);

    await()
        .until(
            () -> {
              System.gc();
              stores.forgetGone();
              return !watcher.gone.isEmpty();
            });
    stores.forgetGone();

    assertThat(watcher.gone).extracting(OpenContext::number).containsExactly(2);
    assertThat(watcher.gone.get(0).store()).isNull();
    assertThat(watcher.gone.get(0).strongBytes()).isZero();
    assertThat(stores.size()).isEqualTo(1);
    stores.open(Side.CLIENT);
    assertThat(watcher.opened).extracting(OpenContext::number).containsExactly(1, 2, 3);
    assertThat(stays.size()).isZero();
  }

  @Test
  void open_ticketsPerPeer_keepsThatMany() {
    SessionStore<Object> store = stores.open(Side.CLIENT);
    for (int id = 0; id < 5; id++) {
      store.put(id, new Object(), Sessions.TICKET);
      store.peers().link(id, "peer");
    }

    assertThat(store.size()).isEqualTo(2);
    assertThat(store.get(3)).isNotNull();
    assertThat(store.get(4)).isNotNull();
  }

  @Test
  void keepTickets_openAndLaterStores_keepThatManyFromTheNextOn() {
    SessionStore<Object> open = stores.open(Side.CLIENT);
    stores.keepTickets(1);
    SessionStore<Object> later = stores.open(Side.CLIENT);

    for (SessionStore<Object> store : List.of(open, later)) {
      for (int id = 0; id < 3; id++) {
        store.put(id, new Object(), Sessions.TICKET);
        store.peers().link(id, "peer");
      }
      assertThat(store.size()).isEqualTo(1);
    }
  }

  private static final class Recorded implements ContextRegistry.Watcher {
    private final List<OpenContext> opened = new ArrayList<>();
    private final List<OpenContext> gone = new ArrayList<>();

    @Override
    public void opened(OpenContext store) {
      opened.add(store);
    }

    @Override
    public void gone(OpenContext store) {
      gone.add(store);
    }
  }
}
