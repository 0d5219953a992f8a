package io.jssekeeper.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionHoldersTest {
  private static final int MANY = 20_000;
  private static final int SOME = 10;

  private final ContextRegistry stores = new ContextRegistry(new MemoryBudget(1 << 20), 10);
  private final SessionStore<Object> store = stores.open(Side.SERVER);
  private final SessionHolders holders = new SessionHolders();
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
    store.put("id", session, new SessionAttributes(0, 100, SessionAttributes.Use.MANY));
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

  /**
   * Dead entries are not searched for each time: a lookup may meet one whose object was collected.
   */
  @Test
  void session_ofAConnectionThatWasCollected_isTheApplications() {
    for (int i = 0; i < SOME; i++) {
      connect(new Object());
    }
    System.gc();
    count();
    Object session = new Object();
    WeakReference<Object> dead = new WeakReference<>(new Object());
    holders.established(dead.get(), session);
    await()
        .until(
            () -> {
              System.gc();
              return dead.get() == null;
            });

    Map<String, Integer> counts = holders.count(stores.resumable(), Objects::nonNull);
    assertThat(
            holders.count(
                stores.resumable(),
                connection -> open.contains(Objects.requireNonNull(connection))))
        .containsEntry("application", counts.get("application"));
    Reference.reachabilityFence(session);
  }

  @Test
  void session_thatCanNeverBeResumed_isNotTheCaches() {
    Object session = new Object();
    store.put("id", session, new SessionAttributes(0, 100, SessionAttributes.Use.NEVER));
    connect(session);

    assertThat(count()).containsEntry("cache", 0).containsEntry("connections", 1);
  }

  @Test
  void session_ofARenegotiatedConnection_isTheLatest() {
    Object connection = new Object();
    open.add(connection);
    Object first = new Object();
    Object second = new Object();
    Object third = new Object();
    holders.established(connection, first);
    holders.renegotiated(connection, second);
    holders.renegotiated(connection, third);

    assertThat(count()).isEqualTo(Map.of("cache", 0, "connections", 1, "application", 2));
    Reference.reachabilityFence(List.of(first, second, third));
  }

  @Test
  void connections_ofManyThreads_areCountedUntilCollected() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread sweeper =
        new Thread(
            () -> {
              while (!done.get()) {
                holders.forgetDead();
              }
            });
    sweeper.start();
    List<List<Object>> connections = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      List<Object> mine = new ArrayList<>();
      connections.add(mine);
      threads.add(new Thread(() -> connect(mine, MANY)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    done.set(true);
    sweeper.join();

    assertThat(holders.count(stores.resumable(), connection -> true))
        .containsEntry("connections", 4 * MANY);

    connections.clear();
    threads.clear();
    await()
        .untilAsserted(
            () -> {
              System.gc();
              for (int sweep = 0; sweep < SOME; sweep++) {
                holders.forgetDead();
              }
              assertThat(holders.connections()).isZero();
            });
  }

  /** Without a store, nothing else would. */
  @Test
  void established_manyConnections_wakesTheSweeper() {
    AtomicInteger woken = new AtomicInteger();
    holders.onMany(woken::incrementAndGet);
    connect(new ArrayList<>(), 100);

    assertThat(woken).hasValue(0);

    connect(new ArrayList<>(), 100_000);

    assertThat(woken).hasValueBetween(1, 10);
  }

  /** Each connection holds its session. */
  private void connect(List<Object> to, int connections) {
    for (int i = 0; i < connections; i++) {
      Object[] connection = {new Object()};
      to.add(connection);
      holders.established(connection, connection[0]);
    }
  }

  private void connect(Object session) {
    Object connection = new Object();
    open.add(connection);
    holders.established(connection, session);
  }

  private Map<String, Integer> count() {
    return holders.count(stores.resumable(), open::contains);
  }
}
