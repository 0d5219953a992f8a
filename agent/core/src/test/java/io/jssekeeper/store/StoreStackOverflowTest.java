package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A handshake of a thread whose stack is nearly used up: it overflows in the store, anywhere. */
class StoreStackOverflowTest {
  private static final int ROUNDS = 8;
  private static final int STACK_BYTES = 256 * 1024;

  /** How often in a row it must not overflow before the stack is taken to be deep enough. */
  private static final int ENOUGH = 3;

  private final OneStore one = new OneStore();
  private final Random random = new Random(1);
  private int next;
  private int overflows;

  @Test
  void stack_overflowsAnywhere_leavesNoLock() throws InterruptedException {
    one.store.setCapacity(100);
    use(); // initialises the classes: if that overflows, a class is lost for good
    Thread thread = new Thread(null, this::rounds, "deep", STACK_BYTES);
    thread.start();
    thread.join(TimeUnit.MINUTES.toMillis(2));

    assertThat(thread.isAlive()).isFalse();
    assertThat(one.store.lock.isLocked()).isFalse();
    StoreInvariants.check(one);
    assertThat(overflows).isGreaterThan(ROUNDS);
  }

  private void rounds() {
    for (int round = 0; round < ROUNDS && !one.store.lock.isHeldByCurrentThread(); round++) {
      deeper();
    }
  }

  /** Goes down until the stack overflows, and uses the store on the way back. */
  private int deeper() {
    int passed = 0;
    try {
      passed = random.nextBoolean() ? deeper() : deeperWide(1, 2, 3);
    } catch (StackOverflowError e) {
      // Back one frame.
    }
    return passed < ENOUGH ? work(passed) : passed;
  }

  private int deeperWide(long one, long two, long three) {
    return one + two + three == 0 ? 0 : deeper();
  }

  private int work(int passed) {
    try {
      use();
      return passed + 1;
    } catch (StackOverflowError e) {
      overflows++;
      return 0;
    } catch (RuntimeException e) {
      return passed + 1;
    }
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
