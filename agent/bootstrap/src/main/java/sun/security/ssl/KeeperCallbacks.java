package sun.security.ssl;

import java.util.List;

/**
 * What the agent does for woven code. Implemented by the agent; called on the host's threads.
 *
 * <p>The bootstrap classes stay loaded after a detach. The build therefore adds a hash of all of
 * them to their names, so that another release brings its own.
 */
public interface KeeperCallbacks {
  /**
   * Makes the store of a session context.
   *
   * @param context does not keep the session context alive
   */
  KeeperCacheBackend open(
      boolean server, int capacity, int timeoutSeconds, KeeperContextHandle context);

  /** The application has made a TLS context. */
  void contextMade();

  /** The application has set a context's timeout or capacity. */
  void settingsChanged(KeeperContextSettings settings, boolean server);

  /** A session was kept that would have been lost without the agent. */
  void prevented(KeeperProtection protection);

  /** A session has produced a child session, which must end with it. */
  void childAdded(Object parent, Object child);

  /** A session has ended. Returns its live descendants, which end now too. */
  List<Object> invalidated(Object session);

  /** Whether a session ends with its connection, given how that failed. */
  boolean endsSession(KeeperConnectionFailure end);

  /**
   * A server has restored a session from a stateless ticket. Returns whether it is older than the
   * timeout (in seconds; 0 is no limit) and must not be resumed.
   */
  boolean isTooOld(KeeperSessionView session, int timeoutSeconds);

  /**
   * Whether a session restored from a stateless ticket must not be resumed because a client
   * certificate that it was verified by has expired.
   */
  boolean isCertificateExpired(KeeperSessionView session);

  /** Milliseconds since the epoch by a clock without steps. */
  long steadyMillis();

  /**
   * The age of something in milliseconds, regardless of wall-clock steps since.
   *
   * @param createdMillis its creation time by the wall clock of that time
   */
  long ageMillis(long createdMillis);

  /**
   * A server has found the key of a stateless ticket, and considers it valid.
   *
   * @param madeMillis when the key was made, by {@link #steadyMillis}
   * @param endMillis when its period ended
   * @param timeoutSeconds the session timeout; 0 is no limit
   */
  void keyHolds(long madeMillis, long endMillis, int timeoutSeconds);

  /**
   * The shared key for sealing a session; null to use JSSE's own key, for sessions that only their
   * own context may open.
   *
   * @param authenticated whether the client has presented a certificate
   */
  KeeperSharedKey sealingKey(KeeperKeyContext context, boolean authenticated);

  /** The shared key with that number; null if there is none. */
  KeeperSharedKey openingKey(KeeperKeyContext context, int number);

  /** Why a ticket cannot be opened by any key of that context. */
  KeeperNotResumedCause unopened(KeeperKeyContext context, int number);

  /**
   * A handshake begins; the object identifies it and lives as long as it does.
   *
   * @param inOneGo whether this thread does nothing else until it is over, as with sockets
   */
  void began(Object handshake, KeeperHandshakeView view, boolean inOneGo);

  /** A read or write of the connection was interrupted, which does not end the handshake. */
  void interrupted(Object handshake, String message);

  /** This thread begins to work on a handshake. */
  void workBegins(Object handshake);

  /** This thread stops working on that handshake, which may be over. */
  void workEnds(Object handshake);

  /**
   * Holds something for a handshake until it is taken, the handshake is over, or JSSE drops it;
   * replaces what was held before.
   */
  void hold(Object handshake, Object content);

  /** What is held for that handshake; null if nothing is. */
  Object held(Object handshake);

  /** As {@link #held}, and holds it no longer: of two threads one gets it. */
  Object takeHeld(Object handshake);

  /** A client's offer is known. */
  void offering(Object handshake, KeeperResumptionOffer offer);

  /** A server has read the client's offer. */
  void offered(Object handshake, KeeperResumptionOffer offer);

  /** Whether any server's store in this JVM has a session with that id. */
  boolean isHeld(Object id);

  /** A server does not resume the offered session, although it has it. */
  void refused(Object handshake, KeeperNotResumedCause obstacle);

  /** A handshake is complete. */
  void completed(Object handshake, KeeperHandshakeView view);

  /**
   * A handshake is aborted: one side closes the connection during it.
   *
   * @param alert null if the stream ended without one
   */
  void givenUp(Object handshake, KeeperHandshakeView view, String alert, boolean byPeer);

  /** A handshake has failed. */
  void failed(Object handshake, KeeperHandshakeView view, KeeperFailure failure);
}
