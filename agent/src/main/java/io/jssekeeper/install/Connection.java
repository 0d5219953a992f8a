package io.jssekeeper.install;

import io.jssekeeper.config.Protection;
import io.jssekeeper.keep.Lineages;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import sun.security.ssl.Keeper1Switchboard;

/** Connects the hooks to the agent. Loaded only once the inside room is defined. */
final class Connection {
  private Connection() {}

  /** Whether hooks have an agent already: this one, installed before, or another copy of it. */
  static boolean isOpen() {
    return Keeper1Switchboard.isConnected();
  }

  /** From now on no session context is adopted. */
  static void adoptNoMore() {
    Keeper1Switchboard.adoptNoMore();
  }

  /** What sessions are protected from, from now on; if it is nothing, no context is adopted. */
  static void keep(Set<Protection> protections) {
    Keeper1Switchboard.guard(Purges.ofHooks(protections));
  }

  /** Makes JSSE hold descendants of sessions by itself again. */
  static void returnKinship(Lineages lineages) {
    lineages.dissolve(new Heir());
  }

  /** What {@link #leave} does; null: nothing. */
  static void onLeave(Runnable leaving) {
    Keeper1Switchboard.onLeave(leaving);
  }

  /** Takes the keeper that is in this JVM out of it, whichever copy of the agent it is of. */
  static void leave() {
    Keeper1Switchboard.leave();
  }

  static void close() {
    Keeper1Switchboard.disconnect();
  }

  /**
   * How many TLS 1.3 tickets servers send after a handshake from now on; empty: as the JDK does.
   */
  static void sendTickets(OptionalInt tickets) {
    Keeper1Switchboard.sendTickets(tickets.orElse(-1));
  }

  static void open(Keeper keeper) {
    Keeper1Switchboard.connect(
        new Bridge(keeper),
        new Failures(keeper.swallowed()),
        Purges.ofHooks(keeper.options().keep()));
    sendTickets(keeper.options().serverTickets());
  }

  private static final class Heir implements BiConsumer<Object, Object> {
    @Override
    public void accept(Object parent, Object child) {
      Keeper1Switchboard.returnChild(parent, child);
    }
  }
}
