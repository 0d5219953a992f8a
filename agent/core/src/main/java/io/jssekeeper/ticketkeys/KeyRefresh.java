package io.jssekeeper.ticketkeys;

import io.jssekeeper.threads.KeeperThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Reads the secrets of one plan periodically, on its own thread. Thread-safe. */
final class KeyRefresh implements Runnable {
  private static final long EACH_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long FIRST_MILLIS = 2_000;
  private static final long STOP_MILLIS = 3_000;

  private final TicketKeys keys;
  private final KeyPlan plan;
  private final KeyNotices notices;
  private final Thread thread = KeeperThread.daemon("jsse-keeper-ticket-keys", this);
  private final CountDownLatch first = new CountDownLatch(1);
  private SecretSource source;
  private volatile boolean stopped;
  private String told = "";
  private boolean ageTold;

  KeyRefresh(TicketKeys keys, KeyPlan plan, KeyNotices notices) {
    this.keys = keys;
    this.plan = plan;
    this.notices = notices;
  }

  /** Returns once they have been read, or after two seconds: a file system may hang. */
  void start() {
    thread.start();
    try {
      first.await(FIRST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  void stop() {
    stopped = true;
    LockSupport.unpark(thread);
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void run() {
    keys.threadBegins(Thread.currentThread());
    while (!stopped) {
      try {
        once();
      } catch (Throwable t) {
        // Out of heap: there may be some next time.
      }
      first.countDown();
      pause();
    }
    if (source != null) {
      source.close();
    }
  }

  private void pause() {
    long end = System.nanoTime() + EACH_NANOS;
    for (long left = EACH_NANOS; left > 0 && !stopped; left = end - System.nanoTime()) {
      LockSupport.parkNanos(this, left);
    }
  }

  synchronized void once() {
    try {
      if (source == null) {
        KeyTrial.pass();
        source = plan.open(notices);
      }
      long now = keys.nowMillis();
      List<RingEntry> entries =
          source.read(new SecretSource.Moment(keys.ring(), now, keys.lifeMillis()));
      if (!stopped) {
        keys.take(this, entries, plan.periods());
        became("shared", "");
      }
    } catch (UnusableSecretsException e) {
      failed(e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      failed("they cannot be read: " + e);
    }
    if (!stopped) {
      keys.changed();
    }
  }

  private void failed(String why) {
    became(keys.ring().sealing(keys.nowMillis()) == null ? "local" : "stale", why);
  }

  private void became(String word, String why) {
    if (stopped) {
      return;
    }
    long age = source == null ? -1 : source.ageMillis(keys.nowMillis());
    List<String> fingerprints = new ArrayList<>();
    for (RingEntry entry : keys.ring().entries()) {
      fingerprints.add(entry.secret.fingerprint());
    }
    keys.become(this, new KeyState(word, why, age, fingerprints));
    tell(word, why);
    tellAge(age);
  }

  private void tell(String word, String why) {
    String text = word + why;
    if (text.equals(told)) {
      return;
    }
    if (word.equals("shared")) {
      if (!told.isEmpty()) {
        notices.say("ticket keys are shared again");
      }
    } else {
      notices.say(
          "ticket keys: "
              + why
              + (word.equals("stale")
                  ? "; the last secrets read stay in use"
                  : "; JSSE's own keys are in use, and only this JVM opens its tickets"));
    }
    told = text;
  }

  private void tellAge(long ageMillis) {
    long limit = plan.warnAfter().toMillis();
    boolean isOld = limit > 0 && ageMillis > limit;
    if (isOld && !ageTold) {
      notices.say(
          "ticket keys: the secret has not changed for "
              + TimeUnit.MILLISECONDS.toDays(ageMillis)
              + " days; if it ever leaks, all tickets of that time can be opened");
    }
    ageTold = isOld;
  }
}
