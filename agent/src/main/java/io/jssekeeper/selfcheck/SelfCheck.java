package io.jssekeeper.selfcheck;

import io.jssekeeper.core.Core;
import io.jssekeeper.threads.KeeperThread;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import sun.security.ssl.KeeperClasses;

/**
 * Makes a few handshakes in memory, to check that the weaves work. Thread-safe.
 *
 * <p>Runs on its own thread, some time after the application has created its first TLS context: a
 * JVM without TLS pays nothing, and no start is slower. Not while the heap is nearly full: a JDK
 * class whose initialisation fails for lack of heap fails for good. And not before the
 * application's own certificates or handshakes have made the JDK ask for a logger ({@code
 * jdk.internal.event.EventHelper}): ours would initialise its logging too early.
 *
 * <p>Each protocol once. One that the application does not use has to wait until it does: JSSE's
 * code is compiled by then for what the application does, and doing anything else makes the JVM
 * discard the result and compile for both ({@code docs/decisions/012}). If it is not known what the
 * application uses, no protocol waits.
 */
public final class SelfCheck implements Runnable, BooleanSupplier {
  private static final long DELAY_SECONDS = 5;
  private static final long DELAY_NANOS = TimeUnit.SECONDS.toNanos(DELAY_SECONDS);
  private static final long MIN_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long MAX_PAUSE_NANOS = TimeUnit.MINUTES.toNanos(1);
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
  private final LoopbackFiles files = new LoopbackFiles();
  private final SelfCheckFindings findings = new SelfCheckFindings();

  /** Whether {@link #finding} does not tell yet what the last run has shown. */
  private boolean isUntold;

  private volatile long pauseNanos = MIN_PAUSE_NANOS;
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
    core.totals().onNewProtocol(new Wake());
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /**
   * The application has used TLS for a while, or may have; or a class waits to be woven. Ends a
   * pause, but for one that follows in this very thread. Allocates nothing.
   */
  public void runNow() {
    atOnce = true;
    pauseNanos = MIN_PAUSE_NANOS;
    core.tlsUsed().countDown();
    if (Thread.currentThread() != thread) {
      LockSupport.unpark(thread);
    }
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
      pending = isFirst();
      atOnce = false;
      LockSupport.parkNanos(this, pauseNanos);
    }
  }

  /** Whether no protocol has been tried. */
  private boolean isFirst() {
    return findings.tried().isEmpty();
  }

  /** Returns whether it has ended: not if the heap had no room for it. */
  private boolean isDone() {
    try {
      core.tlsUsed().await();
      tell();
      while (!stopped && !isWhole()) {
        awaitUse();
        if (!atOnce) {
          await(DELAY_NANOS);
        }
        if (!stopped && !mayCheck()) {
          return false;
        }
        if (!stopped) {
          check();
          tell();
        }
      }
      return true;
    } catch (OutOfMemoryError e) {
      notYet(FULL_HEAP);
      pauseNanos = Math.min(2 * pauseNanos, MAX_PAUSE_NANOS);
      return stopped;
    } catch (Throwable t) {
      finding = "could not run: " + t;
      core.suppressedErrors().accept("self-check", t);
      return true;
    }
  }

  /** Whether every protocol has been tried. */
  private boolean isWhole() {
    return findings.tried().size() == LoopbackProtocol.values().length;
  }

  /** Except the first time, waits until the application uses a protocol that was not tried. */
  private void awaitUse() {
    while (!stopped && !isFirst() && due().isEmpty()) {
      LockSupport.park(this);
    }
  }

  /** What to try next: what the application uses, or everything if that is not known. */
  private Set<LoopbackProtocol> due() {
    Set<LoopbackProtocol> due = LoopbackProtocol.of(core.totals().protocols());
    due.removeAll(findings.tried());
    boolean isKnown = !atOnce && !due.isEmpty();
    return isKnown || !isFirst() ? due : EnumSet.allOf(LoopbackProtocol.class);
  }

  /** Says why it has not begun, if it has not. */
  private void notYet(String why) {
    if (isFirst()) {
      finding = why;
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
      notYet(FULL_HEAP);
      return false;
    }
    if (!atOnce && !isLoggerMade()) {
      notYet(NO_LOGGER);
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

  private void check() throws UnmodifiableClassException {
    Set<LoopbackProtocol> protocols = due();
    beganNanos = System.nanoTime();
    notYet("not yet: running");
    pending = false;
    weaver.weaveMissed(instrumentation);
    new SelfCheckRun(protocols, files, this, findings).run();
    isUntold = true;
    atOnce = false;
  }

  /** Says what has been found so far, if that is not said yet. */
  private void tell() {
    if (isUntold && !stopped) {
      finding = findings.verdict(weaver.report());
      isUntold = false;
    }
  }

  /** Whether a run may continue. */
  @Override
  public boolean getAsBoolean() {
    return !stopped && System.nanoTime() - beganNanos < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
  }

  /** Not a lambda: this is created while the host starts. */
  private final class Wake implements Runnable {
    @Override
    public void run() {
      LockSupport.unpark(thread);
    }
  }
}
