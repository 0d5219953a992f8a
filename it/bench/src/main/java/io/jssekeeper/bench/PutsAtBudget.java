package io.jssekeeper.bench;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.contexts.Sweeper;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a put costs with that many contexts, within the memory budget or at it. */
final class PutsAtBudget {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int SESSIONS = 20_000;
  private static final int PUTS = 20_000;
  private static final int SESSION_BYTES = 1_000;
  private static final SessionId[] IDS = SessionId.some(SESSIONS + PUTS, new SplittableRandom(1));

  private final List<SessionStore<Object>> stores = new ArrayList<>();
  private final Sweeper sweeper;

  /**
   * @param isFull whether the sessions are more than the budget is for
   */
  PutsAtBudget(int contexts, boolean isFull) {
    long budget = (isFull ? SESSIONS / 2 : 2L * (SESSIONS + PUTS)) * SESSION_BYTES;
    ContextRegistry registry = new ContextRegistry(new MemoryBudget(budget), 10);
    sweeper = new Sweeper(registry, Duration.ofHours(1), (what, why) -> why.printStackTrace());
    for (int i = 0; i < contexts; i++) {
      stores.add(registry.open(Side.CLIENT));
    }
    for (int i = 0; i < SESSIONS; i++) {
      put(i);
    }
  }

  private void put(int i) {
    stores
        .get(i % stores.size())
        .put(
            IDS[i],
            new byte[16],
            new SessionAttributes(0, SESSION_BYTES, SessionAttributes.Use.MANY));
  }

  /** CPU time of a put of this thread, in nanoseconds. */
  double nanos() {
    long began = THREADS.getCurrentThreadCpuTime();
    for (int i = SESSIONS; i < SESSIONS + PUTS; i++) {
      put(i);
    }
    double nanos = (double) (THREADS.getCurrentThreadCpuTime() - began) / PUTS;
    sweeper.stop();
    return nanos;
  }
}
