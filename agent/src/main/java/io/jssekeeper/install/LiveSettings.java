package io.jssekeeper.install;

import io.jssekeeper.config.BadOption;
import io.jssekeeper.config.Options;
import io.jssekeeper.keep.KeptStore;
import io.jssekeeper.keep.Owner;
import io.jssekeeper.keep.Stores;
import io.jssekeeper.store.SessionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Sets options while the keeper is at work. They take effect at once, lose no session that they
 * allow, and are gone with this JVM. Thread-safe.
 */
final class LiveSettings implements Stores.Visitor {
  private final Keeper keeper;

  LiveSettings(Keeper keeper) {
    this.keeper = keeper;
  }

  /**
   * @param assignments {@code key=value,key=value}
   * @throws BadOption and nothing is changed then
   */
  synchronized void set(String assignments) throws BadOption {
    Options next = keeper.options().with(assignments);
    if (!Logs.areSame(keeper.options(), next)) {
      Logs.requireUsable(next);
    }
    keeper.follow(next);
    Connection.keep(next.keep());
    Connection.sendTickets(next.serverTickets());
    keeper.stores().forEach(this);
  }

  @Override
  public void visit(KeptStore kept, SessionStore<?> store) {
    Options options = keeper.options();
    Owner owner = kept.owner();
    if (options.keep().isEmpty()) {
      owner.release();
      return;
    }
    Optional<Duration> timeout =
        kept.isServer() ? options.serverTimeout() : options.clientTimeout();
    if (timeout.isPresent() && timeout.get().getSeconds() != store.timeoutSeconds()) {
      owner.setTimeout((int) timeout.get().getSeconds());
    }
    OptionalInt capacity = kept.isServer() ? options.serverCapacity() : options.clientCapacity();
    if (capacity.isPresent() && capacity.getAsInt() != store.capacity()) {
      owner.setCapacity(capacity.getAsInt());
    }
  }
}
