package io.jssekeeper.install;

import io.jssekeeper.keep.KeptStore;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.keep.Sweeper;
import io.jssekeeper.record.ThreadCpu;
import io.jssekeeper.sink.JmxBeans;
import io.jssekeeper.sink.KeeperMXBean;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;

/**
 * Registers the MBeans, by a thread of its own, so that no handshake waits for JMX.
 *
 * <p>It begins with the first session context, or some seconds after the start: whoever makes the
 * platform's MBean server earlier also initialises {@code java.util.logging}, which breaks
 * applications that bring a log manager.
 */
final class JmxRegistrar implements Stores.Watcher, Runnable {
  private static final long START_SECONDS = 3;
  private static final long STOP_MILLIS = 5_000;
  private static final long NOTIFY_SECONDS = 5;
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final KeeperMXBean keeper;
  private final NotificationWatch watch;
  private final Sweeper sweeper;
  private final Swallowed swallowed;

  /** A literal takes heap where it is first used, and where failures are told there may be none. */
  private final String where;

  private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Thread thread = new Thread(null, this, "jsse-keeper-jmx", 0, false);
  private final List<Event> again = new ArrayList<>();
  private ThreadCpu cpu = new ThreadCpu();
  private boolean waited;
  private volatile boolean running = true;

  JmxRegistrar(KeeperMXBean keeper, NotificationWatch watch, Sweeper sweeper, Swallowed swallowed) {
    this.keeper = keeper;
    this.watch = watch;
    this.sweeper = sweeper;
    this.swallowed = swallowed;
    this.where = "JMX";
  }

  /** Has the CPU times of threads measured, once it has loaded what takes. */
  void measure(ThreadCpu times) {
    cpu = times;
  }

  void start() {
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    thread.start();
  }

  /** Registers at once: this JVM has been running for a while. */
  void hurry() {
    add(Event.NONE);
  }

  /** Unregisters everything, and returns when that is done. */
  void stop() throws InterruptedException {
    thread.interrupt();
    thread.join(STOP_MILLIS);
  }

  @Override
  public void opened(KeptStore store) {
    add(new Event(store, true));
    sweeper.wake();
  }

  @Override
  public void gone(KeptStore store) {
    add(new Event(store, false));
  }

  private void add(Event event) {
    if (running) {
      events.add(event);
      if (!running) {
        events.clear(); // the thread has ended meanwhile, and has cleared before
      }
    }
  }

  @Override
  public void run() {
    try {
      Event first = events.poll(START_SECONDS, TimeUnit.SECONDS);
      JmxBeans beans = beans();
      try {
        register(beans);
        showFrom(first, beans);
      } finally {
        beans.unregisterAll();
      }
    } catch (InterruptedException e) {
      // Nobody interrupts it but who wants it to end.
    } catch (Throwable t) {
      swallowed.accept(where, t);
    } finally {
      running = false; // nobody takes events any more, so none may be held
      events.clear();
    }
  }

  /** Tries until the application leaves room for it in its heap. */
  private JmxBeans beans() throws InterruptedException {
    while (true) {
      try {
        cpu.measureBy(new JvmCpu());
        return new JmxBeans();
      } catch (OutOfMemoryError e) {
        await(e);
      }
    }
  }

  /** Likewise. */
  private void register(JmxBeans beans) throws JMException, InterruptedException {
    while (true) {
      try {
        beans.register(keeper, watch.notifications());
        return;
      } catch (OutOfMemoryError e) {
        await(e);
      }
    }
  }

  private void await(OutOfMemoryError full) throws InterruptedException {
    if (!waited) {
      waited = true; // once: attempts that will be repeated are no reason to break off
      swallowed.accept(where, full);
    }
    LockSupport.parkNanos(this, RETRY_NANOS); // sleeping takes heap on some JDKs
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private void showFrom(Event first, JmxBeans beans) throws InterruptedException {
    for (Event event = first; ; event = next()) {
      if (event == null) {
        watch();
      } else if (event != Event.NONE) {
        handle(event, beans);
      }
    }
  }

  /** Null if there is none for a while. */
  private Event next() throws InterruptedException {
    try {
      return events.poll(NOTIFY_SECONDS, TimeUnit.SECONDS);
    } catch (OutOfMemoryError e) {
      await(e);
      return null;
    }
  }

  /** A listener in this JVM may throw. */
  private void watch() {
    try {
      events.addAll(again);
      again.clear();
      watch.look();
    } catch (RuntimeException | OutOfMemoryError e) {
      swallowed.accept(where, e);
    }
  }

  private void handle(Event event, JmxBeans beans) {
    try {
      if (event.opened) {
        beans.register(new CacheView(event.store), event.store.number());
      } else {
        forget(event.store);
        beans.unregister(CacheView.side(event.store), event.store.number());
      }
    } catch (OutOfMemoryError e) {
      again.add(event);
      swallowed.accept(where, e);
    } catch (JMException | RuntimeException e) {
      swallowed.accept(where, e);
    }
  }

  /** What could not be registered yet. */
  private void forget(KeptStore store) {
    for (Iterator<Event> opened = again.iterator(); opened.hasNext(); ) {
      if (opened.next().store == store) {
        opened.remove();
      }
    }
  }

  private static final class Event {
    static final Event NONE = new Event(null, false);

    private final KeptStore store;
    private final boolean opened;

    Event(KeptStore store, boolean opened) {
      this.store = store;
      this.opened = opened;
    }
  }
}
