package io.jssekeeper.bridge;

import io.jssekeeper.config.Options;
import io.jssekeeper.core.Core;
import io.jssekeeper.model.Ftps;
import io.jssekeeper.model.Protection;
import io.jssekeeper.tracking.SessionTree;
import java.util.Collections;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import sun.security.ssl.KeeperSharing;
import sun.security.ssl.KeeperSwitchboard;

/** Connects the hooks to the agent. Loaded only once the bootstrap room is defined. */
public final class HookConnection {
  private HookConnection() {}

  /** Whether hooks have an agent already: this one, installed before, or another copy of it. */
  public static boolean isOpen() {
    return KeeperSwitchboard.isConnected();
  }

  /** From now on no session context is adopted. */
  public static void adoptNoMore() {
    KeeperSwitchboard.adoptNoMore();
  }

  /** What sessions are protected from, from now on; if it is nothing, no context is adopted. */
  public static void protect(Set<Protection> protections) {
    KeeperSwitchboard.protect(BootstrapProtections.of(protections));
  }

  /** Makes JSSE hold descendants of sessions by itself again. */
  public static void returnChildren(SessionTree sessionTree) {
    sessionTree.clear(new Heir());
  }

  /** What {@link #detach} does; null: nothing. */
  public static void onDetach(Runnable leaving) {
    KeeperSwitchboard.onDetach(leaving);
  }

  /** Takes the keeper that is in this JVM out of it, whichever copy of the agent it is of. */
  public static void detach() {
    KeeperSwitchboard.detach();
  }

  public static void close() {
    KeeperSwitchboard.disconnect();
  }

  /**
   * How many TLS 1.3 tickets servers send after a handshake from now on; empty: as the JDK does.
   */
  public static void sendTickets(OptionalInt tickets) {
    KeeperSwitchboard.sendTickets(tickets.orElse(-1));
  }

  /** Why this JDK does not let ticket keys be shared; empty if it does. */
  public static String sharingObstacle() {
    return KeeperSharing.impossible();
  }

  /** Whether JSSE asks for shared ticket keys from now on. */
  public static void shareKeys(boolean whether) {
    KeeperSharing.share(whether);
  }

  /** Makes hooks do nothing on this thread, which belongs to the keeper. */
  public static void spare(Thread thread) {
    KeeperSwitchboard.spare(thread);
  }

  /** Lets data connections of FTPS resume as the options say, from now on. */
  public static void serveFtps(Options options) {
    Set<Integer> ports =
        options.clientFtps() == Ftps.OFF ? Collections.emptySet() : options.clientFtpsPorts();
    int[] all = new int[ports.size()];
    int n = 0;
    for (int port : ports) {
      all[n++] = port;
    }
    KeeperSwitchboard.serveFtps(all, options.clientFtps() == Ftps.ON);
  }

  public static void open(Core core) {
    KeeperSwitchboard.connect(
        new AgentCallbacks(core),
        new Failures(core.suppressedErrors()),
        BootstrapProtections.of(core.options().keep()));
    sendTickets(core.options().serverTickets());
    serveFtps(core.options());
  }

  private static final class Heir implements BiConsumer<Object, Object> {
    @Override
    public void accept(Object parent, Object child) {
      KeeperSwitchboard.returnChild(parent, child);
    }
  }
}
