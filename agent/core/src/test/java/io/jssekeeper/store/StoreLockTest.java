package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoreLockTest {
  private final Gate gate = new Gate();
  private final SessionStore<Session> store = new SessionStore<>(new ManualTicker(0), gate, 3);

  /** {@link HeapQuota#changed} is called with the store's lock held: here for a long time. */
  @Test
  void lookUps_whileTheLockIsHeld_doNotWait() throws Exception {
    Session session = put("a");
    store.peers().link("a", "peer");
    gate.close();
    CompletableFuture<Session> holder = CompletableFuture.supplyAsync(() -> put("b"));
    gate.reached.await();
    try {
      assertThat(store.get("a")).isSameAs(session);
      assertThat(store.get("unknown")).isNull();
      assertThat(OneStore.take(store, "peer")).isSameAs(session);
      assertThat(OneStore.take(store, "other peer")).isNull();
      assertThat(store.snapshot()).containsEntry("a", session);
      assertThat(store.size()).isPositive();
      assertThat(store.counts().stored()).isPositive();
      assertThat(holder).as("who holds the lock").isNotDone();
    } finally {
      gate.open.countDown();
    }
    assertThat(holder.get(10, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void settle_afterAPut_isCalledWithoutTheLock() {
    gate.onSettle =
        () ->
            CompletableFuture.supplyAsync(store::softlyHeld).orTimeout(10, TimeUnit.SECONDS).join();

    put("a");

    assertThat(gate.settled).isPositive();
  }

  private Session put(Object id) {
    Session session = new Session(id);
    store.put(id, session, new SessionAttributes(0, 1, SessionAttributes.Use.MANY));
    return session;
  }

  /** A quota that makes callers wait. */
  private static final class Gate implements HeapQuota {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile Runnable onSettle = () -> {};
    private volatile int settled;

    void close() {
      closed = true;
    }

    @Override
    public boolean fits(int bytes) {
      return true;
    }

    @Override
    public void changed(long bytes) {
      if (closed) {
        reached.countDown();
        try {
          open.await();
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }

    @Override
    public void settle() {
      onSettle.run();
      settled = settled + 1;
    }
  }
}
