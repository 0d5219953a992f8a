package io.jssekeeper.transform;

import io.jssekeeper.threads.KeeperThread;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The keeper's class file transformers in this JVM. Removes them when the JVM begins to go down: at
 * its very end, JDK 26 and 27 wait up to 60 s for a thread that is just loading a class through a
 * transformer and needs a garbage collection for that, which the JVM no longer makes (JDK-8387045).
 * Thread-safe.
 */
public final class Transformers {
  private static final Map<ClassFileTransformer, Instrumentation> ADDED = new IdentityHashMap<>();
  private static Thread atExit;

  private Transformers() {}

  /** Sees classes being loaded, and transformed again, from now on. */
  public static void add(Instrumentation instrumentation, ClassFileTransformer transformer) {
    instrumentation.addTransformer(transformer, true);
    Thread needed = null;
    synchronized (ADDED) {
      ADDED.put(transformer, instrumentation);
      if (atExit == null) {
        needed = KeeperThread.atExit("jsse-keeper-exit", new AtExit());
        atExit = needed;
      }
    }
    if (needed != null) {
      watch(needed);
    }
  }

  private static void watch(Thread hook) {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException | SecurityException e) {
      // The JVM is going down, or its security manager does not allow it: it may end later.
    }
  }

  /** Does nothing the second time. */
  public static void remove(Instrumentation instrumentation, ClassFileTransformer transformer) {
    instrumentation.removeTransformer(transformer);
    Thread needless = null;
    synchronized (ADDED) {
      ADDED.remove(transformer);
      if (ADDED.isEmpty()) {
        needless = atExit;
        atExit = null;
      }
    }
    if (needless != null) {
      forget(needless);
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException | SecurityException e) {
      // As above.
    }
  }

  private static Map<ClassFileTransformer, Instrumentation> added() {
    synchronized (ADDED) {
      return new IdentityHashMap<>(ADDED);
    }
  }

  private static final class AtExit implements Runnable {
    /** JDKs that wait for transformers, as far as is known. No class of theirs shows it. */
    private static final int FIRST_WAITING = 26;

    private static final int LAST_WAITING = 27;

    private static final int PAUSES = 2;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    @Override
    public void run() {
      for (Map.Entry<ClassFileTransformer, Instrumentation> each : added().entrySet()) {
        each.getValue().removeTransformer(each.getKey());
      }
      letThemEnd();
    }

    /**
     * Classes that are being loaded right now still go through a transformer. More than one pause:
     * one may pass while the JVM stands still for a garbage collection.
     */
    private void letThemEnd() {
      int jdk = Runtime.version().feature();
      if (jdk >= FIRST_WAITING && jdk <= LAST_WAITING) {
        for (int pause = 0; pause < PAUSES; pause++) {
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
      }
    }
  }
}
