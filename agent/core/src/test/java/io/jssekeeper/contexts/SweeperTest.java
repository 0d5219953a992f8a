package io.jssekeeper.contexts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.jssekeeper.model.RemovalCause;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionAttributes.SharedBytes;
import io.jssekeeper.store.SessionStore;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SweeperTest {
  private static final Duration INTERVAL = Duration.ofMillis(200);

  private final ContextRegistry stores = new ContextRegistry(new MemoryBudget(1_000_000), 10);
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
  private final Sweeper sweeper = new Sweeper(stores, INTERVAL, (where, t) -> failures.add(t));

  @AfterEach
  void stop() {
    sweeper.stop();
    await().until(() -> thread() == null);
  }

  @Test
  void expired_withoutCalls_isFreedSoon() {
    SessionStore<Object> store = stores.open(Side.SERVER);
    store.setTimeout(1);
    sweeper.start();
    long stored = System.nanoTime();
    WeakReference<Object> session = put(store, "a");

    await().pollInterval(Duration.ofMillis(5)).until(() -> store.size() == 0);

    Duration lived = Duration.ofNanos(System.nanoTime() - stored);
    assertThat(lived)
        .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(1).plus(INTERVAL.multipliedBy(10)));
    await() // it is counted once it has left
        .untilAsserted(
            () -> assertThat(store.counts().removals()).containsEntry(RemovalCause.EXPIRED, 1L));
    await()
        .until(
            () -> {
              System.gc();
              return session.get() == null;
            });
    assertThat(failures).isEmpty();
  }

  @Test
  void wake_firstStoreAfterLongRest_isSweptFromThenOn() {
    sweeper.start();
    await().until(() -> thread() != null && thread().getState() == Thread.State.WAITING);

    stores.watch(new WakeOnly());
    SessionStore<Object> store = stores.open(Side.CLIENT);
    store.setTimeout(1);
    put(store, "a");

    await().atMost(Duration.ofSeconds(10)).until(() -> store.size() == 0);
  }

  @Test
  void sweep_aStoreThatThrows_isReportedAndTheOthersAreSwept() {
    for (int i = 0; i < 20; i++) {
      SessionStore<Object> failing = stores.open(Side.SERVER);
      failing.setTimeout(1);
      for (int session = 0; session < 6; session++) {
        failing.put(
            session,
            new Object(),
            new SessionAttributes(0, 0, 1, new Poison(), SessionAttributes.Use.MANY));
      }
    }
    SessionStore<Object> store = stores.open(Side.SERVER);
    store.setTimeout(1);
    put(store, "a");
    sweeper.start();

    await().atMost(Duration.ofSeconds(10)).until(() -> failures.size() > 100 && store.size() == 0);
    assertThat(failures).allMatch(t -> t instanceof IllegalStateException);
  }

  @Test
  void interrupted_byOtherCode_continues() {
    SessionStore<Object> store = stores.open(Side.SERVER);
    store.setTimeout(1);
    put(store, "a");
    sweeper.start();
    await().until(() -> thread() != null);

    thread().interrupt();

    await().atMost(Duration.ofSeconds(10)).until(() -> store.size() == 0);
    assertThat(thread().isDaemon()).isTrue();
    assertThat(thread().getContextClassLoader()).isNull();
  }

  private static WeakReference<Object> put(SessionStore<Object> store, Object id) {
    Object session = new Object();
    store.put(id, session, Sessions.REUSABLE);
    return new WeakReference<>(session);
  }

  private static Thread thread() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(t -> t.getName().equals("jsse-keeper-sweeper"))
        .findAny()
        .orElse(null);
  }

  /** Cannot be released. */
  private static final class Poison implements SharedBytes {
    @Override
    public int hold() {
      return 0;
    }

    @Override
    public int release() {
      throw new IllegalStateException("poison");
    }
  }

  private final class WakeOnly implements ContextRegistry.Watcher {
    @Override
    public void opened(OpenContext store) {
      sweeper.wake();
    }

    @Override
    public void gone(OpenContext store) {}
  }
}
