package io.jssekeeper.metrics;

import io.jssekeeper.library.ClassWatch;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;

/** The application's Micrometers, in any class loader. */
final class Micrometers {
  /** Not relocated by the build: see the agent's pom.xml. */
  private static final String METRICS = "io.micrometer.core.instrument.Metrics";

  private final ClassWatch watch;
  private final List<Micrometer> found = new ArrayList<>();

  /**
   * @param seen is run, by any thread, when there is something to {@link #bind}
   */
  Micrometers(Runnable seen) {
    watch = new ClassWatch(seen, METRICS);
  }

  ClassWatch watch() {
    return watch;
  }

  /** Looks out for them from now on. */
  void startWatching(Instrumentation instrumentation) {
    watch.start(instrumentation);
  }

  /** Whether there is something to do by and by. For the thread that binds. */
  boolean isWaiting() {
    boolean waiting = watch.isLooking();
    for (Micrometer micrometer : found) {
      waiting |= micrometer.isWaiting();
    }
    return waiting;
  }

  /** Adds our meters to those that the application has begun to use. */
  void bind(KeeperStats readings, MetricsHost host, Registries registries) {
    for (Class<?> type : watch.look()) {
      if (!isFound(type)) {
        found.add(new Micrometer(type));
      }
    }
    found.removeIf(Micrometer::isGone);
    for (Micrometer micrometer : found) {
      micrometer.bind(readings, host, registries);
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
    watch.stop();
  }

  /** Lets go of our meters in those that were found. */
  void release() {
    found.forEach(Micrometer::release);
  }
}
