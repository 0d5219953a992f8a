package io.jssekeeper.metrics;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Meters in a registry that may be the application's; a registry that fails is no longer used.
 * Thread-safe.
 */
final class GuardedRegistry {
  private final Supplier<KeeperMeters> meters;
  private final MetricsHost host;
  private volatile boolean failed;

  /**
   * @param meters gives null once the registry is gone
   */
  GuardedRegistry(Supplier<KeeperMeters> meters, MetricsHost host) {
    this.meters = meters;
    this.host = host;
  }

  boolean isOver() {
    return failed || meters.get() == null;
  }

  void attempt(Consumer<KeeperMeters> action) {
    KeeperMeters set = meters.get();
    if (failed || set == null) {
      return;
    }
    try {
      action.accept(set);
    } catch (OutOfMemoryError e) {
      host.swallow("metrics", e); // which is no fault of the registry's
    } catch (Throwable t) {
      failed = true;
      host.swallow("metrics", t);
      host.printNotice("a meter registry failed and is no longer used: " + t);
      leave(set);
    }
  }

  private static void leave(KeeperMeters set) {
    try {
      set.close();
    } catch (Throwable t) {
      // It fails, as has been said.
    }
  }
}
