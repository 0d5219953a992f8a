package io.jssekeeper.install;

import io.jssekeeper.weave.WeaveReport;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes some handshakes of the keeper's own, once, to see that the weaves do their work.
 * Thread-safe.
 *
 * <p>In a thread of its own, some time after the application has made its first TLS context: so
 * that a JVM without TLS pays nothing, and that nobody's start is slower.
 */
final class SelfCheck implements Runnable {
  private static final long DELAY_SECONDS = 5;
  private static final long LIMIT_SECONDS = 10;
  private static final long STOP_MILLIS = 2_000;

  private final WeaveReport weaves;
  private final Keeper keeper;
  private final Instrumentation instrumentation;
  private final Thread thread = new Thread(null, this, "jsse-keeper-self-check", 0, false);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean atOnce;
  private volatile long beganNanos;
  private volatile String finding =
      "not yet: it is made " + DELAY_SECONDS + " s after the first TLS context";

  SelfCheck(WeaveReport weaves, Keeper keeper, Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.weaves = weaves;
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

  /** The application has used TLS for a while. */
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
    try {
      keeper.tlsUsed().await();
      if (!stopped.await(atOnce ? 0 : DELAY_SECONDS, TimeUnit.SECONDS)) {
        check();
      }
    } catch (OutOfMemoryError e) {
      finding = "could not be made: " + e; // the application has filled its heap
    } catch (Throwable t) {
      finding = "could not be made: " + t;
      keeper.swallowed().accept("self-check", t);
    }
  }

  private void check() {
    beganNanos = System.nanoTime();
    finding = "not yet: it is under way";
    Rehearsal rehearsal = new Rehearsal(instrumentation, this::goesOn);
    rehearsal.play();
    if (!isStopped()) {
      finding = rehearsal.judge(weaves);
    }
  }

  private boolean goesOn() {
    return !isStopped() && System.nanoTime() - beganNanos < TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }
}
