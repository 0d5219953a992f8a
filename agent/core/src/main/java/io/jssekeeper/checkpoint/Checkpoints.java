package io.jssekeeper.checkpoint;

import io.jssekeeper.threads.KeeperThread;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.ref.WeakReference;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;

/**
 * Finds the checkpoint APIs in this JVM: that of a JDK with CRaC ({@code jdk.crac}), or else the
 * application's {@code org.crac}, in any class loader, without keeping it alive. Thread-safe.
 */
public final class Checkpoints implements ClassFileTransformer, Runnable {
  private static final String JDKS = "jdk.crac.Core";
  private static final String APPLICATIONS = "org.crac.Core";
  private static final String APPLICATIONS_FILE = "org/crac/Core";

  /** A class becomes available some time after it was seen being loaded. */
  private static final int LOOKS = 20;

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Instrumentation instrumentation;
  private final Checkpointed checkpointed;
  private final Registrations registrations = new Registrations();

  /** Guarded by this. */
  private final List<WeakReference<Class<?>>> found = new ArrayList<>();

  private final AtomicBoolean looking = new AtomicBoolean();
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
      return;
    }
    instrumentation.addTransformer(this);
    look();
  }

  private static Class<?> ofTheJdk() {
    try {
      return Class.forName(JDKS, false, null);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  /** Changes nothing. */
  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classfile) {
    if (APPLICATIONS_FILE.equals(className) && looking.compareAndSet(false, true)) {
      KeeperThread.daemon("jsse-keeper-checkpoints", this, new Failures()).start();
    }
    return null;
  }

  @Override
  public void run() {
    for (int i = 0; i < LOOKS && !stopped; i++) {
      if (look()) {
        break;
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
    looking.set(false);
  }

  /** Whether a new API was found. */
  private boolean look() {
    boolean any = false;
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() != null && type.getName().equals(APPLICATIONS)) {
        any |= register(type);
      }
    }
    return any;
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
    instrumentation.removeTransformer(this);
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

  private final class Failures implements BiConsumer<String, Throwable> {
    @Override
    public void accept(String thread, Throwable thrown) {
      checkpointed.failed("search for org.crac", thrown);
    }
  }
}
