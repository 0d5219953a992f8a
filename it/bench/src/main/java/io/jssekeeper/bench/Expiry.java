package io.jssekeeper.bench;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** One cache, filled and then used while all its contents expire. Prints one line of figures. */
final class Expiry {
  private static final long BEFORE_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
  private static final long AFTER_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

  /**
   * Long enough for the JVM to compile: on few processors, its compilers preempt the thread that
   * holds a lock.
   */
  private static final int WARM_UPS = 3;

  private static final int WARM_UP_SESSIONS = 100_000;
  private static final int FRESH = 1 << 17;

  private final Contender cache;
  private final SessionId[] ids;
  private final SessionId[] fresh = SessionId.some(FRESH, new SplittableRandom(2));
  private final int timeoutSeconds;
  private double fillSeconds;

  private Expiry(String name, int sessions, int timeoutSeconds) {
    this.cache = Contender.of(name, sessions, timeoutSeconds);
    this.ids = SessionId.some(sessions, new SplittableRandom(1));
    this.timeoutSeconds = timeoutSeconds;
  }

  public static void main(String[] args) throws InterruptedException {
    String name = args[0];
    int sessions = Integer.parseInt(args[1]);
    for (int i = 0; i < WARM_UPS; i++) {
      new Expiry(name, WARM_UP_SESSIONS, 2).goThrough();
    }
    new Expiry(name, sessions, Integer.parseInt(args[2])).goThrough().print();
  }

  private Waits goThrough() throws InterruptedException {
    System.gc();
    long start = System.nanoTime();
    for (SessionId id : ids) {
      cache.put(id, new byte[16]);
    }
    long filled = System.nanoTime();
    fillSeconds = (filled - start) / 1e9;
    System.gc();
    long timeout = TimeUnit.SECONDS.toNanos(timeoutSeconds);
    sleepUntil(start + timeout - BEFORE_NANOS);
    SplittableRandom random = new SplittableRandom(3);
    Pace gets = new Pace("get", i -> cache.get(ids[random.nextInt(ids.length)]));
    Pace puts = new Pace("put", i -> cache.put(fresh[i % FRESH], new byte[16]));
    sleepUntil(filled + timeout + AFTER_NANOS);
    Waits waits = new Waits(gets.stop(), puts.stop(), fillSeconds);
    cache.close();
    return waits;
  }

  private static void sleepUntil(long nanoTime) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(nanoTime - System.nanoTime());
  }

  /** The two threads' waits. */
  private static final class Waits {
    private final long[] gets;
    private final long[] puts;
    private final double fillSeconds;

    Waits(long[] gets, long[] puts, double fillSeconds) {
      this.gets = gets;
      this.puts = puts;
      this.fillSeconds = fillSeconds;
    }

    void print() {
      System.out.println(micros(gets) + " " + micros(puts) + " " + fillSeconds);
    }

    private static String micros(long[] sorted) {
      return String.format(
          Locale.ROOT, "%.1f %.1f %.1f", at(sorted, 0.999), at(sorted, 0.9999), at(sorted, 1));
    }

    private static double at(long[] sorted, double part) {
      return sorted[(int) Math.ceil(part * (sorted.length - 1))] / 1e3;
    }
  }
}
