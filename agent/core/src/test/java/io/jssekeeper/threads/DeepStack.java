package io.jssekeeper.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.concurrent.TimeUnit;

/** A thread that does something at every depth at which its stack may overflow in it. */
public final class DeepStack {
  private static final int ROUNDS = 8;
  private static final int STACK_BYTES = 256 * 1024;

  /** How often in a row it must not overflow before the stack is taken to be deep enough. */
  private static final int ENOUGH = 3;

  private final Random random = new Random(1);
  private final Runnable use;
  private int overflows;

  private DeepStack(Runnable use) {
    this.use = use;
  }

  /** Done once before, since a class whose initialisation overflows is lost for good. */
  public static void use(Runnable use) throws InterruptedException {
    use.run();
    DeepStack deep = new DeepStack(use);
    Thread thread = new Thread(null, deep::rounds, "deep", STACK_BYTES);
    thread.start();
    thread.join(TimeUnit.MINUTES.toMillis(1));
    assertThat(thread.isAlive()).isFalse();
    assertThat(deep.overflows).isGreaterThan(ROUNDS);
  }

  private void rounds() {
    for (int round = 0; round < ROUNDS; round++) {
      deeper();
    }
  }

  /** Goes down until the stack overflows, and uses it on the way back. */
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
      use.run();
      return passed + 1;
    } catch (StackOverflowError e) {
      overflows++;
      return 0;
    }
  }
}
