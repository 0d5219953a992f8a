package io.jssekeeper.ticketkeys;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** The secrets in use, and their state. Thread-safe; handshakes only read, and never wait. */
public final class TicketKeys {
  private static final long MILLIS_PER_SECOND = 1_000;
  private static final long NO_LIMIT_MILLIS = 7L * 24 * 3600 * 1000;

  private final LongSupplier wallClock;
  private final KeyNotices notices;
  private volatile SecretRing ring = SecretRing.EMPTY;
  private volatile Consumer<Thread> onThread;
  private volatile Runnable onChange = new Nothing();
  private volatile byte[] ticketFormat = new byte[0];
  private volatile Shown shown = new NothingShown();
  private volatile long lifeMillis;
  private final Object ringLock = new Object();
  private volatile KeyRefresh refresh;
  private volatile KeyState state = KeyState.off();

  public TicketKeys(LongSupplier wallClock, KeyNotices notices) {
    this.wallClock = wallClock;
    this.notices = notices;
  }

  /** Called by the thread that fetches secrets, before it begins. */
  public void onThread(Consumer<Thread> what) {
    onThread = what;
  }

  void threadBegins(Thread thread) {
    Consumer<Thread> told = onThread;
    if (told != null) {
      told.accept(thread);
    }
  }

  /** Run by the thread that refreshes secrets, after each read. */
  public void onChange(Runnable what) {
    onChange = what;
  }

  /**
   * Makes keys from this plan from now on; returns once its secrets have been read, or after a
   * timeout. Forgets the previous secrets.
   */
  public synchronized void follow(KeyPlan plan) {
    stop();
    if (!plan.isOff()) {
      state = KeyState.local("not read yet");
      KeyRefresh next = new KeyRefresh(this, plan, notices);
      replaceBy(next);
      next.start();
    }
  }

  /** Shares nothing although configured to, for a reason that lies in this JVM. */
  public synchronized void refuse(String why) {
    stop();
    state = KeyState.local(why);
    notices.say("ticket keys: " + why + "; only this JVM resumes its sessions, while it runs");
  }

  /** Forgets all secrets and ends its thread. */
  public synchronized void stop() {
    KeyRefresh before = refresh;
    replaceBy(null);
    if (before != null) {
      before.stop();
    }
    state = KeyState.off();
    onChange.run();
  }

  /** Results still read by the previous refresh are ignored. */
  private void replaceBy(KeyRefresh next) {
    synchronized (ringLock) {
      refresh = next;
      exchange(SecretRing.EMPTY);
    }
  }

  /** Reads immediately what is otherwise read periodically. */
  void refreshNow() {
    KeyRefresh present = refresh;
    if (present != null) {
      present.once();
    }
  }

  /** Whether there may be shared keys. */
  public boolean isOn() {
    return !state.isOff();
  }

  /** The current state. */
  public KeyState state() {
    return state;
  }

  void become(KeyRefresh by, KeyState next) {
    synchronized (ringLock) {
      if (by == refresh) {
        state = next;
      }
    }
  }

  long nowMillis() {
    return wallClock.getAsLong();
  }

  SecretRing ring() {
    return ring;
  }

  /** Overwrites all secrets that are not in the list. */
  void take(KeyRefresh by, List<RingEntry> entries, Periods periods) {
    synchronized (ringLock) {
      if (by == refresh && !ring.entries().equals(entries)) {
        exchange(new SecretRing(entries, periods));
      }
    }
  }

  private void exchange(SecretRing next) {
    SecretRing before = ring;
    ring = next;
    for (RingEntry entry : before.entries()) {
      if (!next.has(entry.secret)) {
        entry.secret.destroy();
      }
    }
  }

  void changed() {
    onChange.run();
  }

  /**
   * The state, and the digits by which two nodes are compared. Contains nothing secret.
   *
   * @return texts by name, in display order
   */
  public Map<String, String> report() {
    KeyState now = state;
    Map<String, String> report = new LinkedHashMap<>();
    report.put("state", now.word());
    report.put("why", now.why());
    report.put("secrets", Integer.toString(now.fingerprints().size()));
    report.put("fingerprints", String.join(" ", now.fingerprints()));
    report.put("ageSeconds", Long.toString(ageSeconds()));
    report.put("nextPeriodSeconds", Long.toString(nextPeriodSeconds()));
    report.put("format", now.isOff() ? "" : TicketIdentity.shown(ticketFormat));
    report.put("scopes", now.isOff() ? "" : String.join(" ", shown.scopes()));
    return report;
  }

  /** How long ago the sealing secret changed; negative if there is none. */
  public long ageSeconds() {
    long millis = state.ageMillis();
    return millis < 0 ? -1 : millis / MILLIS_PER_SECOND;
  }

  private long nextPeriodSeconds() {
    Periods periods = ring.periods();
    long now = nowMillis();
    return periods == null ? -1 : (periods.endMillis(periods.at(now)) - now) / MILLIS_PER_SECOND;
  }

  /**
   * From now on keys are made for tickets of that format.
   *
   * @param hash of what this JDK writes into tickets; must not be modified
   */
  public void ticketFormat(byte[] hash) {
    ticketFormat = hash;
  }

  /** A hash of what this JDK writes into tickets. */
  public byte[] ticketFormat() {
    return ticketFormat;
  }

  /** Supplies the scopes that keys are made for. */
  public void show(Shown scopes) {
    shown = scopes;
  }

  /** Scopes as shown to operators. Thread-safe. */
  public interface Shown {
    /** The scopes of all contexts that share keys. */
    Set<String> scopes();
  }

  private static final class NothingShown implements Shown {
    @Override
    public Set<String> scopes() {
      return Collections.emptySet();
    }
  }

  /** Notes how long a context's tickets may be used. */
  void noteLife(long millis) {
    if (millis > lifeMillis) {
      lifeMillis = Math.min(millis, NO_LIMIT_MILLIS);
    }
  }

  long lifeMillis() {
    return lifeMillis;
  }

  private static final class Nothing implements Runnable {
    @Override
    public void run() {}
  }
}
