package io.jssekeeper.it.program;

import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSessionContext;

/**
 * What monitoring tools and applications do to a session context in use: list its sessions, look
 * them up, invalidate them, and change its capacity.
 *
 * <p>Sessions are invalidated once they have expired, which is when JSSE's own listing does so too.
 */
final class Disturbance {
  private static final long PAUSE_NANOS = 100_000;

  private final SSLSessionContext sessions;
  private final long endNanos;
  private final Queue<SSLSession> found = new ConcurrentLinkedQueue<>();
  private final AtomicInteger listings = new AtomicInteger();
  private final AtomicInteger ended = new AtomicInteger();

  private Disturbance(SSLSessionContext sessions, int seconds) {
    this.sessions = sessions;
    this.endNanos = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
  }

  /** Runs for {@code seconds}, or until threads deadlock. */
  static String of(SSLSessionContext sessions, Arguments wanted) throws InterruptedException {
    return new Disturbance(sessions, wanted.number("seconds")).answer();
  }

  private String answer() throws InterruptedException {
    start(this::list);
    start(this::list);
    start(this::end);
    start(this::end);
    start(this::resize);
    boolean deadlocked = false;
    while (!deadlocked && isOn()) {
      TimeUnit.MILLISECONDS.sleep(50); // polls; there is nothing to wait for
      deadlocked = ManagementFactory.getThreadMXBean().findDeadlockedThreads() != null;
    }
    return "disturbed listings=" + listings + " ended=" + ended + " deadlocked=" + deadlocked;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "disturbance");
    thread.setDaemon(true);
    thread.start();
  }

  private boolean isOn() {
    return System.nanoTime() < endNanos;
  }

  private void list() {
    while (isOn()) {
      for (byte[] id : Collections.list(sessions.getIds())) {
        SSLSession session = sessions.getSession(id);
        if (session != null) {
          found.add(session);
        }
      }
      listings.incrementAndGet();
      pause();
    }
  }

  private void end() {
    while (isOn()) {
      SSLSession session = found.poll();
      if (session != null) {
        awaitEndOf(session);
        session.invalidate();
        ended.incrementAndGet();
      } else {
        pause();
      }
    }
  }

  private void awaitEndOf(SSLSession session) {
    long end = session.getCreationTime() + sessions.getSessionTimeout() * 1000L;
    while (isOn() && System.currentTimeMillis() < end) {
      pause();
    }
  }

  private void resize() {
    for (int capacity = 10_000; isOn(); capacity = 30_000 - capacity) {
      sessions.setSessionCacheSize(capacity);
      pause();
    }
  }

  /** Leaves some of the processor to the handshakes. */
  private static void pause() {
    LockSupport.parkNanos(PAUSE_NANOS);
  }
}
