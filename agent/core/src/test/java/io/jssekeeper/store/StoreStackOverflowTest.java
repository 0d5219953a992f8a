package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.threads.DeepStack;
import org.junit.jupiter.api.Test;

/** A handshake of a thread whose stack is nearly used up: it overflows in the store, anywhere. */
class StoreStackOverflowTest {
  private final OneStore one = new OneStore();
  private int next;

  @Test
  void stack_overflowsAnywhere_leavesNoLock() throws InterruptedException {
    one.store.setCapacity(100);
    DeepStack.use(this::use);

    assertThat(one.store.lock.isLocked()).isFalse();
    StoreInvariants.check(one);
  }

  private void use() {
    int n = next++;
    String peer = "peer " + n % 10;
    one.ticket(n, peer);
    one.reusable(-n, peer);
    OneStore.take(one.store, peer);
    one.store.get(-n);
    one.store.remove(n - 50);
  }
}
