package io.jssekeeper.install;

import io.jssekeeper.bridge.JarClasses;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.threads.KeeperThread;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Loads, soon after the start, every class that a handshake, the sweep, an output, the circuit
 * breaker or a detach may need later, while the agent's jar is readable. Thread-safe.
 *
 * <p>Runs on its own thread, once most of the application's start is over: a short-lived JVM pays
 * nothing.
 */
final class ClassLoading implements Runnable {
  private static final long DELAY_MILLIS = 1_000;

  /** Detaching comes first: whatever else then fails, the keeper can be removed. */
  private static final String[] FIRST = {"install/", "shaded/asm/"};

  /** Libraries of the command line, and of features that are on only by option. */
  private static final String[] NOT_IN_A_HOST = {"cli/", "shaded/"};

  /** Each of these would load JFR: left until a recording begins. */
  private static final String[] EVENTS = {"jfr/JfrHandshake", "jfr/JfrSessionRemoved"};

  private final Core core;
  private final CountDownLatch left = new CountDownLatch(1);

  ClassLoading(Core core) {
    this.core = core;
  }

  void start() {
    Thread thread = KeeperThread.daemon("jsse-keeper-classes", this, core.suppressedErrors());
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  /** Does not start any more. */
  void stop() {
    left.countDown();
  }

  @Override
  public void run() {
    try {
      if (!left.await(DELAY_MILLIS, TimeUnit.MILLISECONDS)) {
        JarClasses.loadAllBut(FIRST, unneeded(core.options()));
      }
    } catch (InterruptedException e) {
      // Interrupted only to end it.
    }
  }

  private static String[] unneeded(Options options) {
    String[] all = new String[NOT_IN_A_HOST.length + EVENTS.length + 2];
    System.arraycopy(NOT_IN_A_HOST, 0, all, 0, NOT_IN_A_HOST.length);
    System.arraycopy(EVENTS, 0, all, NOT_IN_A_HOST.length, EVENTS.length);
    all[all.length - 2] = options.jmx() ? "cli/" : "jmx/";
    all[all.length - 1] = options.otel().isEmpty() ? "otel/" : "cli/";
    return all;
  }
}
