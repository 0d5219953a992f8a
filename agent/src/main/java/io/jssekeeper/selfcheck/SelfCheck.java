package io.jssekeeper.selfcheck;

import io.jssekeeper.core.Core;
import io.jssekeeper.threads.KeeperThread;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import sun.security.ssl.KeeperClasses;

/**
 * Makes a few handshakes in memory, once, to check that the weaves work. Thread-safe.
 *
 * <p>Runs on its own thread, some time after the application has created its first TLS context: a
 * JVM without TLS pays nothing, and no start is slower. Not while the heap is nearly full: a JDK
 * class whose initialisation fails for lack of heap fails for good. And not before the
 * application's own certificates or handshakes have made the JDK ask for a logger ({@code
 * jdk.internal.event.EventHelper}): ours would initialise its logging too early.
 */
public final class SelfCheck implements Runnable, BooleanSupplier {
  private static final long DELAY_SECONDS = 5;
  private static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(DELAY_SECONDS);
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LIMIT_SECONDS = 10;
  private static final long STOP_MILLIS = 2_000;

  /** An amount of heap, or this fraction of it: several times what it needs. */
  private static final long FREE_HEAP_BYTES = 16 << 20;

  private static final int FREE_HEAP_PART = 8;
  private static final String FULL_HEAP = "not yet: the heap is nearly full";
  private static final String NO_LOGGER =
      "not yet: the application has neither loaded a certificate nor made a handshake";

  /** In OpenJDK 11 to 27; its initialiser has run once anything asked whether to log an event. */
  private static final String EVENTS = "jdk.internal.event.EventHelper";

  private final Weaver weaver;
  private final Core core;
  private final Instrumentation instrumentation;
  private final Thread thread;
  private volatile boolean pending;
  private volatile boolean stopped;
  private volatile boolean atOnce;
  private volatile long beganNanos;
  private volatile String finding =
      "not yet: runs " + DELAY_SECONDS + " s after the first TLS context";

  public SelfCheck(Weaver weaver, Core core, Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.weaver = weaver;
    this.core = core;
    thread = KeeperThread.daemon("jsse-keeper-self-check", this, core.suppressedErrors());
  }

  /** Does nothing if it is not wanted. */
  public void start() {
    if (!core.options().selfCheck()) {
      finding = "off: selfcheck=false";
      return;
    }
    pending = true;
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** The application has used TLS for a while, or may have. Allocates nothing. */
  public void runNow() {
    atOnce = true;
    core.tlsUsed().countDown();
  }

  /** Whether it has not started yet, and will. */
  public boolean isPending() {
    return pending;
  }

  /** Ends the check at any point, without a result. Waits a while for that. */
  public void stop() throws InterruptedException {
    stopped = true;
    core.tlsUsed().countDown();
    LockSupport.unpark(thread);
    thread.join(STOP_MILLIS);
  }

  /**
   * The result: {@code passed}, {@code failed}, {@code could not run} (not a failed weave), {@code
   * not yet} or {@code off}, and details.
   */
  public String finding() {
    return finding;
  }

  /** Its thread cannot be interrupted: that would abort JSSE's reading of its files. */
  @Override
  public void run() {
    while (!isDone()) {
      pending = true;
      atOnce = false;
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  /** Returns whether it has ended: not if the heap had no room for it. */
  private boolean isDone() {
    try {
      core.tlsUsed().await();
      if (!atOnce) {
        await(DELAY_NANOS);
      }
      return stopped || mayCheck() && isChecked();
    } catch (OutOfMemoryError e) {
      finding = FULL_HEAP;
      return stopped;
    } catch (Throwable t) {
      finding = "could not run: " + t;
      core.suppressedErrors().accept("self-check", t);
      return true;
    }
  }

  /**
   * Waits until it is stopped, or that time is over. Allocates nothing: {@code
   * CountDownLatch.await} does, and if it cannot, it ignores its limit ({@code
   * AbstractQueuedSynchronizer.acquireOnOOME}, JDK 21 and later).
   */
  private void await(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0 && !stopped; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  private boolean mayCheck() {
    if (!hasRoom()) {
      finding = FULL_HEAP;
      return false;
    }
    if (!atOnce && !isLoggerMade()) {
      finding = NO_LOGGER;
      return false;
    }
    return true;
  }

  private static boolean isLoggerMade() {
    try {
      return KeeperClasses.isInitialized(Class.forName(EVENTS, false, null));
    } catch (ClassNotFoundException e) {
      return true; // a JDK without such events
    }
  }

  private static boolean hasRoom() {
    Runtime jvm = Runtime.getRuntime();
    long room = jvm.maxMemory() - jvm.totalMemory() + jvm.freeMemory();
    return room >= Math.min(FREE_HEAP_BYTES, jvm.maxMemory() / FREE_HEAP_PART);
  }

  private boolean isChecked() throws UnmodifiableClassException {
    beganNanos = System.nanoTime();
    finding = "not yet: running";
    pending = false;
    weaver.weaveMissed(instrumentation);
    SelfCheckRun run = new SelfCheckRun(this);
    run.run();
    if (!stopped) {
      finding = run.verdict(weaver.report());
    }
    return true;
  }

  /** Whether a run may continue. */
  @Override
  public boolean getAsBoolean() {
    return !stopped && System.nanoTime() - beganNanos < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
  }
}
