package io.jssekeeper.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class LockYieldTest {
  private static final int ROUNDS = 100;

  private final ReentrantLock lock = new ReentrantLock();
  private boolean hadItsTurn;

  /** Without a pause the first nearly always gets the lock back before the other wakes up. */
  @Test
  void yieldLock_threadWaits_mostlyGetsTheLockFirst() {
    int lettingIn = 0;
    for (int round = 0; round < ROUNDS; round++) {
      lettingIn += isLetIn() ? 1 : 0;
    }

    assertThat(lettingIn).isGreaterThan(ROUNDS / 2);
  }

  private boolean isLetIn() {
    hadItsTurn = false;
    lock.lock();
    CompletableFuture<Void> other = CompletableFuture.runAsync(this::takeTurn);
    while (!lock.hasQueuedThreads()) {
      Thread.onSpinWait();
    }
    lock.unlock();
    new LockYield(lock).yieldLock();
    lock.lock();
    boolean letIn = hadItsTurn;
    lock.unlock();
    other.join();
    return letIn;
  }

  private void takeTurn() {
    lock.lock();
    hadItsTurn = true;
    lock.unlock();
  }
}
