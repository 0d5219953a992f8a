package io.jssekeeper.bench;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.contexts.Sweeper;
import io.jssekeeper.model.Side;
import io.jssekeeper.store.SessionAttributes;
import io.jssekeeper.store.SessionStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * A store whose memory budget falls, as by {@code set memory=}, while it is used. Prints one line
 * of figures.
 */
final class MemoryDrop {
  private static final int SESSION_BYTES = 1_000;
  private static final int FRESH = 1 << 17;
  private static final int WARM_UPS = 3;
  private static final int WARM_UP_SESSIONS = 50_000;
  private static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final int REST_MILLIS = 500;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final MemoryBudget budget = new MemoryBudget(Long.MAX_VALUE / 2);
  private final ContextRegistry registry = new ContextRegistry(budget, 10);
  private final Sweeper sweeper =
      new Sweeper(registry, Duration.ofSeconds(1), (what, why) -> why.printStackTrace());
  private final SessionStore<Object> store = registry.open(Side.SERVER);
  private final SessionId[] fresh = SessionId.some(FRESH, new SplittableRandom(2));
  private final SessionId[] ids;

  private MemoryDrop(int sessions) {
    ids = SessionId.some(sessions, new SplittableRandom(1));
    store.setCapacity(0);
    sweeper.start();
  }

  /** Arguments: SESSIONS, and the part that then may be held strongly, 1 for all. */
  public static void main(String[] args) throws InterruptedException {
    double part = Double.parseDouble(args[1]);
    for (int i = 0; i < WARM_UPS; i++) {
      new MemoryDrop(WARM_UP_SESSIONS).goThrough(part);
    }
    System.out.println(new MemoryDrop(Integer.parseInt(args[0])).goThrough(part));
  }

  private String goThrough(double part) throws InterruptedException {
    for (SessionId id : ids) {
      put(id);
    }
    System.gc();
    SplittableRandom random = new SplittableRandom(3);
    Pace gets = new Pace("get", i -> store.get(ids[random.nextInt(ids.length)]));
    Pace puts = new Pace("put", i -> put(fresh[i % FRESH]));
    TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
    long began = System.nanoTime();
    if (part < 1) {
      budget.limitTo((long) (part * budget.strongBytes()));
      sweeper.wake();
    }
    while (budget.strongBytes() > budget.limitBytes() && System.nanoTime() - began < MOST_NANOS) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    TimeUnit.MILLISECONDS.sleep(2 * REST_MILLIS);
    String line = micros(gets.stop()) + micros(puts.stop()) + seconds;
    sweeper.stop();
    return line;
  }

  private void put(SessionId id) {
    store.put(
        id, new byte[16], new SessionAttributes(0, SESSION_BYTES, SessionAttributes.Use.MANY));
  }

  private static String micros(long[] sorted) {
    int at = (int) Math.ceil(0.999 * (sorted.length - 1));
    long above = Arrays.stream(sorted).filter(wait -> wait > LIMIT_NANOS).count();
    return String.format(
        Locale.ROOT,
        "%.1f %.1f %.3f ",
        sorted[at] / 1e3,
        sorted[sorted.length - 1] / 1e3,
        100.0 * above / sorted.length);
  }
}
