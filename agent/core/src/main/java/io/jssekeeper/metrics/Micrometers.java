package io.jssekeeper.metrics;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The application's Micrometers, in any class loader. Sees each being loaded, so that no thread has
 * to search for them.
 */
final class Micrometers implements ClassFileTransformer {
  /** Not relocated by the build: see the agent's pom.xml. */
  private static final String METRICS = "io.micrometer.core.instrument.Metrics";

  private static final String METRICS_FILE = "io/micrometer/core/instrument/Metrics";

  /** A class is there some time after it was seen being loaded. */
  private static final int LOOKS = 10;

  private final Runnable seen;
  private final List<Micrometer> found = new ArrayList<>();
  private final AtomicBoolean loading = new AtomicBoolean();
  private volatile Instrumentation instrumentation;
  private int looks;

  /**
   * @param seen is run, by any thread, when there is something to {@link #bind}
   */
  Micrometers(Runnable seen) {
    this.seen = seen;
  }

  /** Looks out for them from now on. */
  void startWatching(Instrumentation newInstrumentation) {
    instrumentation = newInstrumentation;
    instrumentation.addTransformer(this, true);
    if (isOneLoaded()) {
      rescan();
    }
  }

  /**
   * As when the keeper is attached, or when the JVM has the application's classes from an AOT cache
   * (JEP 483), which are not seen being loaded. Those of the boot loader are left out: they are
   * most of what there is when a JVM starts.
   */
  private boolean isOneLoaded() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() != null && type.getName().equals(METRICS)) {
        return true;
      }
    }
    return false;
  }

  private void rescan() {
    loading.set(true);
    seen.run();
  }

  /** Changes nothing. */
  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> classBeingRedefined,
      ProtectionDomain protectionDomain,
      byte[] classfile) {
    if (METRICS_FILE.equals(className)) {
      rescan();
    }
    return null;
  }

  /** Whether there is something to do by and by. For the thread that binds. */
  boolean isWaiting() {
    boolean waiting = looks > 0 || loading.get();
    for (Micrometer micrometer : found) {
      waiting |= micrometer.isWaiting();
    }
    return waiting;
  }

  /** Adds our meters to those that the application has begun to use. */
  void bind(KeeperStats readings, MetricsHost host, Registries registries) {
    if (loading.getAndSet(false)) {
      looks = LOOKS;
    }
    if (looks > 0) {
      looks--;
      scan();
    }
    found.removeIf(Micrometer::isGone);
    for (Micrometer micrometer : found) {
      micrometer.bind(readings, host, registries);
    }
  }

  private void scan() {
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getName().equals(METRICS) && !isFound(type)) {
        found.add(new Micrometer(type));
      }
    }
  }

  private boolean isFound(Class<?> type) {
    for (Micrometer micrometer : found) {
      if (micrometer.is(type)) {
        return true;
      }
    }
    return false;
  }

  /** Finds no further ones from now on. */
  void stopWatching() {
    Instrumentation before = instrumentation;
    if (before != null) {
      before.removeTransformer(this);
    }
  }

  /** Lets go of our meters in those that were found. */
  void release() {
    found.forEach(Micrometer::release);
  }
}
