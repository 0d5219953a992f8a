package sun.security.ssl;

import java.util.Set;

/** Whether there is an agent, and which hooks it wants. Thread-safe. */
public final class KeeperSwitchboard {
  private static volatile KeeperCallbacks callbacks;
  private static volatile KeeperFailures failures;
  private static volatile boolean keeping;
  private static volatile KeeperHookProbe probe;
  private static volatile Runnable detaching;
  private static volatile Thread agentsThread;

  /** Whether there is a {@link #probe} or an {@link #agentsThread}: mostly there is neither. */
  private static volatile boolean hasSpecialThread;

  private KeeperSwitchboard() {}

  /**
   * Connects the hooks to the agent.
   *
   * @param protections what sessions are protected from; if empty, no session context is adopted,
   *     and handshakes are only reported
   */
  public static void connect(
      KeeperCallbacks agent, KeeperFailures failureCount, Set<KeeperProtection> protections) {
    failures = failureCount;
    callbacks = agent;
    protect(protections);
  }

  /**
   * Changes what sessions are protected from, immediately; if empty, no session context is adopted
   * from now on.
   */
  public static void protect(Set<KeeperProtection> protections) {
    keeping = !protections.isEmpty();
    for (KeeperProtection protection : KeeperProtection.values()) {
      protection.enable(protections.contains(protection));
    }
  }

  /**
   * Sets how many TLS 1.3 tickets servers send after a handshake, from now on.
   *
   * @param tickets 0 or more; negative for the JDK's own number
   */
  public static void sendTickets(int tickets) {
    KeeperTicketCount.send(Math.max(KeeperTicketCount.AS_THE_JDK, tickets));
  }

  /**
   * Makes FTPS data connections resume their control connection's session from now on.
   *
   * @param controlPorts of control connections; if none, data connections are left alone
   * @param repeatTickets whether a TLS 1.3 ticket may be offered again while its control connection
   *     is open
   */
  public static void serveFtps(int[] controlPorts, boolean repeatTickets) {
    KeeperFtps.serve(controlPorts, repeatTickets);
  }

  /** From now on the hooks do nothing. */
  public static void disconnect() {
    serveFtps(new int[0], false);
    sendTickets(KeeperTicketCount.AS_THE_JDK);
    for (KeeperProtection protection : KeeperProtection.values()) {
      protection.enable(false);
    }
    keeping = false;
    KeeperSharing.share(false);
    spare(null);
    callbacks = null;
    failures = null;
    KeeperObservedSessions.forget();
  }

  /** Removes the agent from this JVM when run; null: there is none. */
  public static void onDetach(Runnable whatToDo) {
    detaching = whatToDo;
  }

  /** Removes the agent from this JVM, if there is one. */
  public static void detach() {
    Runnable whatToDo = detaching;
    if (whatToDo != null) {
      whatToDo.run();
    }
  }

  /** Whether there is already an agent. */
  public static boolean isConnected() {
    return callbacks != null;
  }

  /**
   * From now on the hooks direct that probe's thread to the probe, whether there is an agent or
   * not. Returns false, and does nothing, while there is another probe.
   */
  public static synchronized boolean begin(KeeperHookProbe next) {
    if (probe != null) {
      return false;
    }
    probe = next;
    hasSpecialThread = true;
    return true;
  }

  /** Ends what {@link #begin} began. */
  public static synchronized void end() {
    probe = null;
    hasSpecialThread = agentsThread != null;
  }

  /** The agent, or null. Each hook asks for it first. */
  static KeeperCallbacks callbacks() {
    return hasSpecialThread ? callbacksOfThread() : callbacks;
  }

  private static KeeperCallbacks callbacksOfThread() {
    KeeperHookProbe now = probe;
    if (now != null && now.isOfThisThread()) {
      return now.called();
    }
    Thread own = agentsThread;
    return own != null && own == Thread.currentThread() ? null : callbacks;
  }

  /**
   * From now on hooks do nothing in that thread, which belongs to the agent: its TLS connections
   * are not the application's.
   *
   * @param thread null: there is none any more
   */
  public static synchronized void spare(Thread thread) {
    agentsThread = thread;
    hasSpecialThread = thread != null || probe != null;
  }

  /** Whether session contexts are adopted. */
  static boolean isKeeping() {
    return keeping;
  }

  /** From now on no session context is adopted; adopted ones remain so until they are released. */
  public static void adoptNoMore() {
    keepNothing();
  }

  /** Makes JSSE hold a session through its parent again. */
  public static void returnChild(Object parent, Object child) {
    try {
      KeeperCacheChildSessions.remember((SSLSessionImpl) parent, (SSLSessionImpl) child);
    } catch (Throwable t) {
      swallow("child session", t);
    }
  }

  static void keepNothing() {
    keeping = false;
  }

  /** Counts what was thrown, and lets nothing out. */
  static void swallow(String hook, Throwable failure) {
    try {
      KeeperHookProbe now = probe;
      if (now != null && now.isOfThisThread()) {
        now.swallowed(hook, failure);
      }
      KeeperFailures f = failures;
      if (f != null) {
        f.swallowed(hook, failure);
      }
    } catch (Throwable t) {
      // Nothing is left to report it to.
    }
  }
}
