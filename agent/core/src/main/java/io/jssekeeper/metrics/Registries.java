package io.jssekeeper.metrics;

import io.jssekeeper.record.HandshakeRecord;
import io.jssekeeper.record.Sink;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All registries that have our meters. Thread-safe. */
final class Registries implements Sink {
  private final List<Registered> all = new CopyOnWriteArrayList<>();
  private final Host host;

  Registries(Host host) {
    this.host = host;
  }

  /** Registers our meters there. */
  void add(Supplier<MeterSet> meters) {
    Registered registered = new Registered(meters, host);
    registered.attempt(MeterSet::register);
    all.add(registered);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Adapts the meters to the caches there are, and forgets registries that are gone. */
  void follow() {
    forEach(MeterSet::follow);
    all.removeIf(Registered::isOver);
  }

  @Override
  public void accept(HandshakeRecord record) {
    forEach(meters -> meters.accept(record));
  }

  /** Removes our meters from all of them. */
  @Override
  public void close() {
    forEach(MeterSet::close);
    all.clear();
  }

  private void forEach(Consumer<MeterSet> action) {
    for (Registered registered : all) {
      registered.attempt(action);
    }
  }
}
