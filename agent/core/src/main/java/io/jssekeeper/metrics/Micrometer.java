package io.jssekeeper.metrics;

import io.jssekeeper.library.BesideLoader;
import java.lang.ref.WeakReference;
import java.util.function.Supplier;

/**
 * One Micrometer of the application, held weakly, so that a redeployed application can be
 * collected: the keeper's meters in it live as long as its own class.
 */
final class Micrometer {
  private static final String ENTRY = "io.jssekeeper.metrics.meters.ApplicationMeters";
  private static final ClassValue<GlobalRegistry> REGISTRIES = new BoundToClass();

  private final WeakReference<Class<?>> metrics;
  private boolean settled;

  /**
   * @param metrics its class {@code Metrics}
   */
  Micrometer(Class<?> metrics) {
    this.metrics = new WeakReference<>(metrics);
  }

  boolean is(Class<?> type) {
    return metrics.get() == type;
  }

  boolean isGone() {
    return metrics.get() == null;
  }

  /** Whether the application may yet begin to use it. */
  boolean isWaiting() {
    return !settled && !isGone();
  }

  /** Adds our meters to its global registry, once the application uses that. */
  void bind(KeeperStats readings, MetricsHost host, Registries registries) {
    Class<?> type = metrics.get();
    if (settled || type == null || !host.isInitialized(type)) {
      return;
    }
    try {
      KeeperMeters meters = REGISTRIES.get(type).meters(readings).orElse(null);
      if (meters != null) {
        settled = true;
        registries.add(weakly(meters));
      }
    } catch (Throwable t) {
      settled = true;
      host.swallow("metrics", t);
      host.printNotice("the application's Micrometer cannot be used for metrics: " + t);
    }
  }

  private static Supplier<KeeperMeters> weakly(KeeperMeters meters) {
    return new WeakReference<>(meters)::get;
  }

  /** Lets go of our meters. */
  void release() {
    Class<?> type = metrics.get();
    if (type != null) {
      REGISTRIES.remove(type);
    }
  }

  /** What only a class holds. */
  private static final class BoundToClass extends ClassValue<GlobalRegistry> {
    @Override
    protected GlobalRegistry computeValue(Class<?> type) {
      try {
        return (GlobalRegistry) BesideLoader.create(type.getClassLoader(), ENTRY);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
