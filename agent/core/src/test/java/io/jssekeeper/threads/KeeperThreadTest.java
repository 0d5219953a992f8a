package io.jssekeeper.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class KeeperThreadTest {
  private final Map<String, Throwable> uncaught = new ConcurrentHashMap<>();
  private final Map<String, Throwable> told = new ConcurrentHashMap<>();

  @Test
  void work_thatThrows_isReportedAndReachesNoHandler() throws InterruptedException {
    Error thrown = new NoClassDefFoundError("gone");
    run(KeeperThread.daemon("worker", new Throwing(thrown), told::put));

    assertThat(told).containsExactlyEntriesOf(Map.of("worker", thrown));
    assertThat(uncaught).isEmpty();
  }

  @Test
  void work_thatThrowsWhereTellingFails_reachesNoHandler() throws InterruptedException {
    Error thrown = new NoClassDefFoundError("gone");
    run(
        KeeperThread.daemon(
            "worker",
            new Throwing(thrown),
            (name, failure) -> {
              throw new IllegalStateException("full");
            }));
    run(KeeperThread.daemon("worker", new Throwing(thrown)));

    assertThat(uncaught).isEmpty();
  }

  @Test
  void thread_new_isADaemonWithoutTheHostsLoader() {
    Thread thread = KeeperThread.daemon("worker", new Throwing(new Error()));

    assertThat(thread.isDaemon()).isTrue();
    assertThat(thread.getContextClassLoader()).isNull();
  }

  @Test
  void thread_interrupted_parksOn() throws InterruptedException {
    AtomicBoolean leaves = new AtomicBoolean();
    Thread thread =
        KeeperThread.daemon(
            "worker",
            () -> {
              while (!leaves.get()) {
                LockSupport.park(this);
              }
            });
    thread.start();
    await().until(() -> thread.getState() == Thread.State.WAITING);
    thread.interrupt();

    assertThat(thread.isInterrupted()).isFalse();
    assertThat(thread.getState()).isEqualTo(Thread.State.WAITING);
    leaves.set(true);
    LockSupport.unpark(thread);
    thread.join();
  }

  private void run(Thread thread) throws InterruptedException {
    thread.setUncaughtExceptionHandler((which, thrown) -> uncaught.put(which.getName(), thrown));
    thread.start();
    thread.join();
  }

  private static final class Throwing implements Runnable {
    private final Error thrown;

    Throwing(Error thrown) {
      this.thrown = thrown;
    }

    @Override
    public void run() {
      throw thrown;
    }
  }
}
