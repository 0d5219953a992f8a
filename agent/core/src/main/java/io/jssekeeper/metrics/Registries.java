package io.jssekeeper.metrics;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All registries with the keeper's meters. Thread-safe. */
final class Registries implements Sink {
  private final List<GuardedRegistry> all = new CopyOnWriteArrayList<>();
  private final MetricsHost host;

  Registries(MetricsHost host) {
    this.host = host;
  }

  /** Registers our meters there. */
  void add(Supplier<KeeperMeters> meters) {
    GuardedRegistry registered = new GuardedRegistry(meters, host);
    registered.attempt(KeeperMeters::register);
    all.add(registered);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Adapts the meters to the caches there are, and forgets registries that are gone. */
  void follow() {
    forEach(KeeperMeters::follow);
    all.removeIf(GuardedRegistry::isOver);
  }

  @Override
  public void accept(HandshakeRecord record) {
    forEach(meters -> meters.accept(record));
  }

  /** Removes our meters from all of them. */
  @Override
  public void close() {
    forEach(KeeperMeters::close);
    all.clear();
  }

  private void forEach(Consumer<KeeperMeters> action) {
    for (GuardedRegistry registered : all) {
      registered.attempt(action);
    }
  }
}
