package io.jssekeeper.checkpoint;

import io.jssekeeper.library.ClassWatch;
import io.jssekeeper.threads.KeeperThread;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Finds the checkpoint APIs in this JVM: that of a JDK with CRaC ({@code jdk.crac}), or else the
 * application's {@code org.crac}, in any class loader, without keeping it alive. Thread-safe.
 */
public final class Checkpoints implements Runnable {
  private static final String JDKS = "jdk.crac.Core";
  private static final String APPLICATIONS = "org.crac.Core";
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private final Instrumentation instrumentation;
  private final Checkpointed checkpointed;
  private final ClassWatch applications = new ClassWatch(new Seen(), APPLICATIONS);
  private final Registrations registrations = new Registrations();

  /** Guarded by this. */
  private final List<WeakReference<Class<?>>> found = new ArrayList<>();

  private final AtomicBoolean looking = new AtomicBoolean();

  /**
   * How many were seen being loaded, but not found yet. Taken from by the searching thread only.
   */
  private final AtomicInteger awaited = new AtomicInteger();

  private volatile boolean stopped;

  public Checkpoints(Instrumentation instrumentation, Checkpointed checkpointed) {
    this.instrumentation = instrumentation;
    this.checkpointed = checkpointed;
  }

  /** Reports checkpoints from now on. */
  public void start() {
    Class<?> jdks = ofTheJdk();
    if (jdks != null) {
      register(jdks);
    } else {
      applications.start(instrumentation);
    }
  }

  private static Class<?> ofTheJdk() {
    try {
      return Class.forName(JDKS, false, null);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  /** Ends as soon as it can: a checkpoint may be near, and its image holds no thread of ours. */
  @Override
  public void run() {
    do {
      while (isAwaiting()) {
        registerAll();
        if (isAwaiting()) {
          LockSupport.parkNanos(this, PAUSE_NANOS);
        }
      }
      looking.set(false);
    } while (isAwaiting() && looking.compareAndSet(false, true));
  }

  /** Whether one was seen being loaded that may yet be found. */
  private boolean isAwaiting() {
    return awaited.get() > 0 && applications.isLooking() && !stopped;
  }

  private void registerAll() {
    for (Class<?> core : applications.look()) {
      if (register(core) && awaited.get() > 0) {
        awaited.decrementAndGet();
      }
    }
  }

  /** Returns whether it is new. No lock is held while the API is called: it may block. */
  private boolean register(Class<?> core) {
    if (!isNew(core)) {
      return false;
    }
    try {
      registrations.get(core);
      if (stopped) {
        registrations.remove(core);
      }
    } catch (RuntimeException | LinkageError e) {
      checkpointed.failed("registration with " + core.getName(), e);
    }
    return true;
  }

  private synchronized boolean isNew(Class<?> core) {
    for (WeakReference<Class<?>> known : found) {
      if (known.get() == core) {
        return false;
      }
    }
    found.add(new WeakReference<>(core));
    return true;
  }

  /** Reports no more checkpoints. */
  public void stop() {
    stopped = true;
    applications.stop();
    for (WeakReference<Class<?>> known : takeFound()) {
      Class<?> core = known.get();
      if (core != null) {
        registrations.remove(core);
      }
    }
  }

  private synchronized List<WeakReference<Class<?>>> takeFound() {
    List<WeakReference<Class<?>>> taken = new ArrayList<>(found);
    found.clear();
    return taken;
  }

  /** Held only by the class that takes checkpoints. */
  private final class Registrations extends ClassValue<Object> {
    @Override
    protected Object computeValue(Class<?> core) {
      try {
        return new CheckpointProxy(checkpointed).register(core);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Runs on the thread that loads the class, where nothing may be done with it. */
  private final class Seen implements Runnable {
    @Override
    public void run() {
      awaited.incrementAndGet();
      if (looking.compareAndSet(false, true)) {
        KeeperThread.daemon("jsse-keeper-checkpoints", Checkpoints.this, new Failures()).start();
      }
    }
  }

  private final class Failures implements BiConsumer<String, Throwable> {
    @Override
    public void accept(String thread, Throwable thrown) {
      checkpointed.failed("search for org.crac", thrown);
    }
  }
}
