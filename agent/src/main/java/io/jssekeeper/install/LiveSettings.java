package io.jssekeeper.install;

import io.jssekeeper.bridge.HookConnection;
import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.Options;
import io.jssekeeper.contexts.ContextHandle;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.core.Core;
import io.jssekeeper.log.Logs;
import io.jssekeeper.store.SessionStore;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Changes options of a running keeper. They take effect immediately, lose no session that they
 * permit, and last until this JVM ends. Thread-safe.
 */
final class LiveSettings {
  private final Core core;
  private final Outputs outputs;
  private final KeySharing sharing;
  private final OptionalWeaves weaves;

  LiveSettings(Core core, Outputs outputs, KeySharing sharing, OptionalWeaves weaves) {
    this.weaves = weaves;
    this.core = core;
    this.outputs = outputs;
    this.sharing = sharing;
  }

  /**
   * @param assignments {@code key=value,key=value}
   * @throws InvalidOptionException if any is invalid; nothing is changed then
   */
  synchronized void set(String assignments) throws InvalidOptionException {
    Options before = core.options();
    Options next = before.with(assignments);
    if (!Logs.areSame(before, next)) {
      Logs.requireUsable(next);
    }
    core.follow(next);
    outputs.follow(before, next);
    HookConnection.protect(next.keep());
    HookConnection.sendTickets(next.serverTickets());
    sharing.follow(before, next);
    HookConnection.serveFtps(next);
    weaves.follow(next);
    for (OpenContext context : core.contexts().alive()) {
      SessionStore<?> store = context.store();
      if (store != null) {
        apply(next, context, store);
      }
    }
  }

  private static void apply(Options options, OpenContext context, SessionStore<?> store) {
    ContextHandle owner = context.owner();
    if (options.keep().isEmpty()) {
      owner.release();
      return;
    }
    Optional<Duration> timeout = options.timeout(context.side());
    if (timeout.isPresent() && timeout.get().getSeconds() != store.timeoutSeconds()) {
      owner.setTimeout((int) timeout.get().getSeconds());
    }
    OptionalInt capacity = options.capacity(context.side());
    if (capacity.isPresent() && capacity.getAsInt() != store.capacity()) {
      owner.setCapacity(capacity.getAsInt());
    }
  }
}
