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

  private KeeperSwitchboard() {}

  /**
   * Connects the hooks with the agent.
   *
   * @param guarded what sessions are protected from; if it is empty no session context is adopted,
   *     and handshakes are only reported
   */
  public static void connect(
      KeeperCallbacks agent, KeeperFailures failureCount, Set<KeeperProtection> protections) {
    failures = failureCount;
    callbacks = agent;
    protect(protections);
  }

  /**
   * Changes what sessions are protected from, at once; if it is nothing, no session context is
   * adopted from now on.
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
   * @param tickets 0 or more; negative: as the JDK does
   */
  public static void sendTickets(int tickets) {
    KeeperTicketCount.send(Math.max(KeeperTicketCount.AS_THE_JDK, tickets));
  }

  /**
   * Lets data connections of FTPS resume their control connection's session, from now on.
   *
   * @param controlPorts at which control connections end; none: data connections are left alone
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
    agentsThread = null;
    callbacks = null;
    failures = null;
    KeeperObservedSessions.forget();
  }

  /** What takes the agent out of this JVM; null: there is none. */
  public static void onDetach(Runnable whatToDo) {
    detaching = whatToDo;
  }

  /** Takes the agent out of this JVM, if there is one. */
  public static void detach() {
    Runnable whatToDo = detaching;
    if (whatToDo != null) {
      whatToDo.run();
    }
  }

  /** Whether there is an agent already. */
  public static boolean isConnected() {
    return callbacks != null;
  }

  /**
   * From now on the hooks hand what that probe's thread does to the probe, whether there is an
   * agent or not. Returns false, and does nothing, while there is another one.
   */
  public static synchronized boolean begin(KeeperHookProbe next) {
    if (probe != null) {
      return false;
    }
    probe = next;
    return true;
  }

  /** Ends what {@link #begin} began. */
  public static synchronized void end() {
    probe = null;
  }

  /** The agent, or null. Each hook asks for it first. */
  static KeeperCallbacks callbacks() {
    KeeperHookProbe now = probe;
    if (now != null && now.isOfThisThread()) {
      return now.called();
    }
    Thread own = agentsThread;
    return own != null && own == Thread.currentThread() ? null : callbacks;
  }

  /**
   * From now on hooks do nothing in that thread, which is the agent's: its TLS connections are none
   * of the application's.
   */
  public static void spare(Thread thread) {
    agentsThread = thread;
  }

  /** Whether session contexts are adopted. */
  static boolean isKeeping() {
    return keeping;
  }

  /** From now on no session context is adopted; those that are stay so until they are released. */
  public static void adoptNoMore() {
    keepNothing();
  }

  /** Makes JSSE hold a session by the one that brought it forth again. */
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
      // There is no one left to tell.
    }
  }
}
