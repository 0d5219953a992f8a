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

  /** Whether the hooks already have an agent: this one, installed before, or another copy of it. */
  public static boolean isOpen() {
    return KeeperSwitchboard.isConnected();
  }

  /** From now on no session context is adopted. */
  public static void adoptNoMore() {
    KeeperSwitchboard.adoptNoMore();
  }

  /** Sets what sessions are protected from, from now on; if nothing, no context is adopted. */
  public static void protect(Set<Protection> protections) {
    KeeperSwitchboard.protect(BootstrapProtections.of(protections));
  }

  /** Makes JSSE hold child sessions itself again. */
  public static void returnChildren(SessionTree sessionTree) {
    sessionTree.clear(new Heir());
  }

  /** Sets what {@link #detach} does; null: nothing. */
  public static void onDetach(Runnable leaving) {
    KeeperSwitchboard.onDetach(leaving);
  }

  /** Detaches the keeper that is in this JVM, whichever copy of the agent it belongs to. */
  public static void detach() {
    KeeperSwitchboard.detach();
  }

  public static void close() {
    KeeperSwitchboard.disconnect();
  }

  /**
   * Sets how many TLS 1.3 tickets servers send after a handshake; empty for the JDK's own number.
   */
  public static void sendTickets(OptionalInt tickets) {
    KeeperSwitchboard.sendTickets(tickets.orElse(-1));
  }

  /** Why this JDK does not permit sharing ticket keys; empty if it does. */
  public static String sharingObstacle() {
    return KeeperSharing.impossible();
  }

  /** Sets whether JSSE asks for shared ticket keys from now on. */
  public static void shareKeys(boolean whether) {
    KeeperSharing.share(whether);
  }

  /** Makes hooks do nothing on this thread, which belongs to the keeper. */
  public static void spare(Thread thread) {
    KeeperSwitchboard.spare(thread);
  }

  /** Makes FTPS data connections resume as the options say, from now on. */
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
