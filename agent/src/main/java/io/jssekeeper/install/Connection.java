package io.jssekeeper.install;

import io.jssekeeper.config.Protection;
import java.util.Set;
import sun.security.ssl.Keeper1Hooks;

/** Connects the hooks to the agent. Loaded only once the inside room is defined. */
final class Connection {
  private Connection() {}

  /** Whether hooks have an agent already: this one, installed before, or another copy of it. */
  static boolean isOpen() {
    return Keeper1Hooks.isConnected();
  }

  static void close() {
    Keeper1Hooks.disconnect();
  }

  static void open(Keeper keeper) {
    Bridge bridge = new Bridge(keeper);
    Set<Protection> keep = keeper.options().keep();
    Keeper1Hooks.connect(
        bridge, new Failures(keeper.swallowed()), !keep.isEmpty(), keep.contains(Protection.CLOCK));
  }
}
