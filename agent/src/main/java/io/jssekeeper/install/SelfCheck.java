package io.jssekeeper.install;

import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Makes some handshakes of the keeper's own, once, to see that the weaves do their work.
 * Thread-safe.
 *
 * <p>In a thread of its own, some time after the application has made its first TLS context: so
 * that a JVM without TLS pays nothing, and that nobody's start is slower. Not while the heap is
 * nearly full: a class of the JDK's that cannot be initialised for want of heap never can be.
 */
final class SelfCheck implements Runnable, BooleanSupplier {
  private static final long DELAY_SECONDS = 5;
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LIMIT_SECONDS = 10;
  private static final long STOP_MILLIS = 2_000;

  /** Of the heap, or that part of it: several times what it needs. */
  private static final long ROOM_BYTES = 16 << 20;

  private static final int ROOM_PART = 8;
  private static final String FULL_HEAP = "not yet: the heap is nearly full";

  private final Weaver weaver;
  private final Keeper keeper;
  private final Instrumentation instrumentation;
  private final Thread thread = new Thread(null, this, "jsse-keeper-self-check", 0, false);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean atOnce;
  private volatile long beganNanos;
  private volatile String finding =
      "not yet: it is made " + DELAY_SECONDS + " s after the first TLS context";

  SelfCheck(Weaver weaver, Keeper keeper, Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.weaver = weaver;
    this.keeper = keeper;
  }

  /** Does nothing if it is not wanted. */
  void start() {
    if (!keeper.options().selfCheck()) {
      finding = "off: selfcheck=false";
      return;
    }
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.setContextClassLoader(null);
    thread.start();
  }

  /** The application has used TLS for a while, or may have. Takes no heap. */
  void hurry() {
    atOnce = true;
    keeper.tlsUsed().countDown();
  }

  /** Ends the check wherever it is: it finds nothing any more. Waits for that for a while. */
  void stop() throws InterruptedException {
    stopped.countDown();
    keeper.tlsUsed().countDown();
    thread.join(STOP_MILLIS);
  }

  /**
   * What it has found: {@code passed}, {@code failed}, {@code could not be made} (which is no
   * failure of a weave), {@code not yet} or {@code off}, and details.
   */
  String finding() {
    return finding;
  }

  /** Not interrupted by anybody: that would reach into files that JSSE reads. */
  @Override
  public void run() {
    while (!isDone()) {
      finding = FULL_HEAP;
      atOnce = false;
      LockSupport.parkNanos(this, PAUSE_NANOS); // which takes no heap, as waiting in a queue does
    }
  }

  /** Returns whether it has ended: not if the heap had no room for it. */
  private boolean isDone() {
    try {
      keeper.tlsUsed().await();
      if (stopped.await(atOnce ? 0 : DELAY_SECONDS, TimeUnit.SECONDS)) {
        return true;
      }
      return hasRoom() && isChecked();
    } catch (OutOfMemoryError e) {
      return isStopped();
    } catch (Throwable t) {
      finding = "could not be made: " + t;
      keeper.swallowed().accept("self-check", t);
      return true;
    }
  }

  private static boolean hasRoom() {
    Runtime jvm = Runtime.getRuntime();
    long room = jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
    return room >= Math.min(ROOM_BYTES, jvm.maxMemory() / ROOM_PART);
  }

  private boolean isChecked() throws UnmodifiableClassException {
    beganNanos = System.nanoTime();
    finding = "not yet: it is under way";
    weaver.weaveMissed(instrumentation);
    Rehearsal rehearsal = new Rehearsal(instrumentation, this);
    rehearsal.play();
    if (!isStopped()) {
      finding = rehearsal.judge(weaver.report());
    }
    return true;
  }

  /** Whether a rehearsal may go on. */
  @Override
  public boolean getAsBoolean() {
    return !isStopped() && System.nanoTime() - beganNanos < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }
}
