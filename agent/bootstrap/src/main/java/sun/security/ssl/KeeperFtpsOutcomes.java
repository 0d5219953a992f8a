package sun.security.ssl;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the offers of data connections to an FTPS server turn out. One for all logins to a server,
 * since many clients log in for each transfer. Thread-safe.
 */
final class KeeperFtpsOutcomes {
  /** The most data connections that make no offer after a failure. */
  private static final int MAX_PAUSE = 64;

  private static final int MAX_SERVERS = 256;

  /** By name of the control connection. Guarded by itself. */
  private static final Map<String, KeeperFtpsOutcomes> SERVERS = new Latest();

  private boolean accepted;
  private int failures;
  private int pause;

  private KeeperFtpsOutcomes() {}

  /**
   * @param name host and port of its control connections
   */
  static KeeperFtpsOutcomes ofServer(String name) {
    synchronized (SERVERS) {
      KeeperFtpsOutcomes known = SERVERS.get(name);
      if (known == null) {
        known = new KeeperFtpsOutcomes();
        SERVERS.put(name, known);
      }
      return known;
    }
  }

  static void forgetAll() {
    synchronized (SERVERS) {
      SERVERS.clear();
    }
  }

  /**
   * A data connection failed, or was given up, while it offered to resume. Some of the next ones do
   * full handshakes, twice as many each time; but not after the first failure at a server that has
   * accepted an offer: the application is as likely to have caused it, and the server would refuse
   * the next transfer if it were full.
   */
  synchronized void offerFailed() {
    if (accepted) {
      accepted = false;
    } else {
      pause = Math.min(MAX_PAUSE, 1 << Math.min(failures, 6));
      failures++;
    }
  }

  synchronized void resumed() {
    accepted = true;
    failures = 0;
    pause = 0;
  }

  /** Whether the next data connection may offer to resume. Counts it. */
  synchronized boolean mayOffer() {
    if (pause == 0) {
      return true;
    }
    pause--;
    return false;
  }

  private static final class Latest extends LinkedHashMap<String, KeeperFtpsOutcomes> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, KeeperFtpsOutcomes> eldest) {
      return size() > MAX_SERVERS;
    }
  }
}
