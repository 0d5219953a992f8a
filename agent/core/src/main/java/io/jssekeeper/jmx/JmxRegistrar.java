package io.jssekeeper.jmx;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.record.ThreadCpuTimer;
import io.jssekeeper.threads.KeeperThread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.management.JMException;

/**
 * Registers the MBeans on its own thread, so that no handshake waits for JMX.
 *
 * <p>Starts once the application, or a JMX client, has created the platform MBean server, and never
 * creates it: that would also initialise {@code java.util.logging} with the settings of that
 * moment, and an application may set its own builder and log manager at any time.
 */
final class JmxRegistrar implements ContextRegistry.Watcher, Runnable {
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long STOP_MILLIS = 5_000;
  private static final long NOTIFY_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final KeeperMXBean keeper;
  private final NotificationWatch watch;
  private final SuppressedErrors swallowed;

  /** A literal allocates on first use, and there may be no heap where failures are reported. */
  private final String where;

  private final BooleanSupplier server;

  /** The current stores, collected here because there may never be an MBean server to show them. */
  private final Set<OpenContext> alive = ConcurrentHashMap.newKeySet();

  private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
  private final Thread thread;
  private final List<Event> again = new ArrayList<>();
  private final Set<OpenContext> shown = new HashSet<>();
  private ThreadCpuTimer cpu = new ThreadCpuTimer();
  private boolean waited;
  private volatile boolean showing;
  private volatile boolean running = true;

  /**
   * @param server whether the platform's MBean server exists; must not create it
   */
  JmxRegistrar(
      KeeperMXBean keeper,
      NotificationWatch watch,
      SuppressedErrors swallowed,
      BooleanSupplier server) {
    this.keeper = keeper;
    this.server = server;
    this.watch = watch;
    this.swallowed = swallowed;
    this.where = "JMX";
    this.thread = KeeperThread.daemon("jsse-keeper-jmx", this, swallowed);
  }

  /** Has CPU times of threads measured, once the necessary classes are loaded. */
  public void measure(ThreadCpuTimer times) {
    cpu = times;
  }

  public void start() {
    thread.start();
  }

  /** Unregisters everything, and returns when that is done. */
  public void stop() throws InterruptedException {
    running = false;
    LockSupport.unpark(thread);
    thread.join(STOP_MILLIS);
  }

  @Override
  public void opened(OpenContext store) {
    if (running) {
      alive.add(store);
      tell(new Event(store, true));
    }
  }

  @Override
  public void gone(OpenContext store) {
    alive.remove(store);
    tell(new Event(store, false));
  }

  private void tell(Event event) {
    if (showing) {
      events.add(event);
    }
    LockSupport.unpark(thread);
    if (!running) {
      clear(); // the thread has ended in the meantime, and cleared before
    }
  }

  private void clear() {
    alive.clear();
    events.clear();
  }

  @Override
  public void run() {
    try {
      awaitServer();
      JmxBeans beans = beans();
      try {
        register(beans);
        show(beans);
      } finally {
        beans.unregisterAll();
      }
    } catch (InterruptedException e) {
      // It was stopped.
    } catch (Throwable t) {
      swallowed.accept(where, t);
    } finally {
      running = false; // events are no longer taken, so none may be held
      clear();
    }
  }

  /** In the meantime measures CPU times, once there is TLS: that initialises neither of the two. */
  private void awaitServer() throws InterruptedException {
    boolean measuring = false;
    while (!isServerMade()) {
      if (!measuring && !alive.isEmpty()) {
        measuring = isMeasuring();
      }
      pause(LOOK_NANOS);
    }
  }

  private boolean isServerMade() {
    try {
      return server.getAsBoolean();
    } catch (OutOfMemoryError e) {
      return false;
    }
  }

  private boolean isMeasuring() throws InterruptedException {
    try {
      cpu.measureBy(new JvmCpu());
      return true;
    } catch (OutOfMemoryError e) {
      await(e);
      return false;
    }
  }

  /** Tries until the application leaves enough heap for it. */
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

  /** The same. */
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
      waited = true; // once: repeated attempts must not trip the circuit breaker
      swallowed.accept(where, full);
    }
    pause(RETRY_NANOS);
  }

  /** Until something is told, or that time is over. Sleeping would allocate on some JDKs. */
  private void pause(long nanos) throws InterruptedException {
    if (running) {
      LockSupport.parkNanos(this, nanos);
    }
    if (!running) {
      throw new InterruptedException("stopped");
    }
  }

  /**
   * First the current stores; those that come or go meanwhile are also reported, and shown once.
   */
  private void show(JmxBeans beans) throws InterruptedException {
    showing = true;
    for (OpenContext store : alive) {
      handle(new Event(store, true), beans);
    }
    while (true) {
      Event event = next();
      if (event == null) {
        watch();
      } else {
        handle(event, beans);
      }
    }
  }

  /** Null if there is none for a while. */
  private Event next() throws InterruptedException {
    Event event = events.poll();
    if (event == null) {
      pause(NOTIFY_NANOS);
      event = events.poll();
    }
    return event;
  }

  /** A listener in this JVM may throw. */
  private void watch() {
    try {
      events.addAll(again);
      again.clear();
      watch.poll();
    } catch (RuntimeException | OutOfMemoryError e) {
      swallowed.accept(where, e);
    }
  }

  private void handle(Event event, JmxBeans beans) {
    try {
      if (!event.opened) {
        forget(event.store);
        shown.remove(event.store);
        beans.unregister(event.store.side().word(), event.store.number());
      } else if (alive.contains(event.store) && !shown.contains(event.store)) {
        beans.register(new SessionCacheBean(event.store), event.store.number());
        shown.add(event.store);
      }
    } catch (OutOfMemoryError e) {
      again.add(event);
      swallowed.accept(where, e);
    } catch (JMException | RuntimeException e) {
      swallowed.accept(where, e);
    }
  }

  /** Stores that could not be registered yet. */
  private void forget(OpenContext store) {
    for (Iterator<Event> opened = again.iterator(); opened.hasNext(); ) {
      if (opened.next().store == store) {
        opened.remove();
      }
    }
  }

  private static final class Event {
    private final OpenContext store;
    private final boolean opened;

    Event(OpenContext store, boolean opened) {
      this.store = store;
      this.opened = opened;
    }
  }
}
